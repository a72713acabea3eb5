import type { CauseExamples } from '../examples.ts';

/** Reports of a missing thinking block, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable `thinking`."},"request_id":"req_011CExampleMissing1"}',
      facts: { status: 400, path: 'messages.1.content.0.type' },
    },
    {
      text: 'APICallError [AI_APICallError]: messages.3.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assist',
    },
    {
      text: 'openai.BadRequestError: Error code: 400 - {\'error\': {\'message\': \'litellm.BadRequestError: AnthropicException - b\\\'{"type":"error","error":{"type":"invalid_request_error","message":"messages.6.content.1: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`."}}\\\'\'}}',
      facts: { status: 400, path: 'messages.6.content.1' },
    },
    {
      text: 'java.io.IOException: 400 Bad Request: messages.8: The final block in an assistant message cannot be `thinking`.',
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.7.content.1: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified."}}',
      cause: 'thinking-modified',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.4.content.0: When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request."}}',
      cause: 'thinking-param-conflict',
    },
  ],
};
