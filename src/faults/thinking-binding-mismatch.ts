import { defineFault } from '../core/fault.ts';

/** Finds a thinking block of another conversation. */
export const thinkingBindingMismatch = defineFault({
  id: 'thinking-binding-mismatch',
  cause: 'thinking-binding-mismatch',
  summary: 'Finds a thinking block of another conversation',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block".',
  },
});
