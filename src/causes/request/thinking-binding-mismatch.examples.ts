import type { CauseExamples } from '../examples.ts';

/** Reports of thinking blocks that are bound elsewhere, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to \\"drop_block\\". The `system` prompt differs from the one this block was created with."},"request_id":"req_011CExampleBind1"}',
      facts: { status: 400, path: 'messages.1.content.0' },
    },
    {
      text: 'ERROR provider=anthropic model=claude-opus-5-5 messages.13.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conv',
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.4.content.0: Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to \"drop_block\". That setting requires the `thinking-binding-controls-2026-08-01` value in the `anthropic-beta` header.'}}",
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"}}',
      cause: 'thinking-signature-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"thinking.adaptive.block_binding: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
  ],
};
