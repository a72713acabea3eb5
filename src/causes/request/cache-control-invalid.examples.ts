import type { CauseExamples } from '../examples.ts';

/** Reports of refused cache marks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `Anthropic API error: "Top-level cache_control has ttl='5m' but the target block already has cache_control with ttl='1h'"`,
      certainty: 'proven',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"A maximum of 4 blocks with cache_control may be provided. Found 6."},"request_id":"req_011CExampleCache1"}',
      facts: { requestId: 'req_011CExampleCache1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"messages.2.content.0.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.\"}}",
      facts: { status: 400, path: 'messages.2.content.0.cache_control.ttl' },
    },
    {
      text: 'AI_APICallError: messages.4.content.2.text: cache_control cannot be set for empty text blocks\n    at file:///app/node_modules/@ai-sdk/provider-utils/dist/index.mjs:812:14 {\n  statusCode: 400',
      facts: { status: 400, path: 'messages.4.content.2.text' },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.thinking.cache_control: Extra inputs are not permitted"}}',
      facts: { status: 400, path: 'messages.1.content.0.thinking.cache_control' },
    },
    {
      text: 'BedrockException - {"message":"The model returned the following errors: A maximum of 4 blocks with cache_control may be prov',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: text content blocks must be non-empty"}}',
      cause: 'content-empty',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"context_management: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
  ],
};
