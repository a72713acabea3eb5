import type { CauseExamples } from '../examples.ts';

/** Reports of thinking signatures that do not verify, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'relay: the Anthropic API says that this session is forging thinking signatures; start a new one',
      certainty: 'likely',
    },
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"},"request_id":"req_011CExampleSig1"}',
      facts: { status: 400, path: 'messages.1.content.0', requestId: 'req_011CExampleSig1' },
    },
    {
      text: '第二轮请求报错：\nAPI Error: 400\nmessages.3.content.0: Invalid `signature` in `thinking` block',
      facts: { status: 400, path: 'messages.3.content.0' },
    },
    {
      text: '{"error":{"code":400,"message":"{\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"messages.5.content.1: Invalid `data` in `redacted_thinking` block\\"},\\"request_id\\":\\"req_vrtx_011CExampleSig2\\"}","status":"INVALID_ARGUMENT"}}',
      facts: { errorType: 'invalid_request_error', path: 'messages.5.content.1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.1.content.0.thinking.signature: Field required'}}",
      facts: { status: 400, path: 'messages.1.content.0.thinking.signature' },
    },
    {
      text: '{"error":{"type":"request_fail","upstream_error":{"type":"error","error":{"type":"invalid_request_error","message":"messages.9.content.0: Invalid `signature` in `thinki',
    },
  ],
  spares: [
    {
      text: '400 messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block".',
      cause: 'thinking-binding-mismatch',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.7.content.1: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified."}}',
      cause: 'thinking-modified',
    },
  ],
};
