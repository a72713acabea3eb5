import { defineFault } from '../core/fault.ts';

/** Finds a thinking block changed. */
export const thinkingModified = defineFault({
  id: 'thinking-modified',
  cause: 'thinking-modified',
  summary: 'Finds a thinking block changed',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'messages.1.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.',
  },
});
