import type { CauseExamples } from '../examples.ts';

/** Reports of changed thinking blocks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.2: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response."},"request_id":"req_011CExampleThinkMod1"}',
      facts: {
        errorType: 'invalid_request_error',
        path: 'messages.5.content.2',
        requestId: 'req_011CExampleThinkMod1',
      },
    },
    {
      text: '  ⎿  API Error: 400 messages.11.content.4: `thinking` or `redacted_thinking` blocks in the latest\n     assistant message cannot be modified. These blocks must remain as they were in the original\n     response.',
      facts: { status: 400, path: 'messages.11.content.4' },
    },
    {
      text: 'litellm.BadRequestError: BedrockException - {"message":"messages.3.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be mod',
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"messages.9.content.0: `redacted_thinking` blocks in the newest assistant turn must remain as they were in the original response.\"}}",
      facts: { status: 400, path: 'messages.9.content.0' },
    },
    {
      text: '400 messages.9.content.2: When providing `thinking` or `redacted_thinking` blocks, the blocks must match the parameters during the original request.',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.0: Invalid `signature` in `thinking` block"}}',
      cause: 'thinking-signature-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`."}}',
      cause: 'thinking-missing',
    },
  ],
};
