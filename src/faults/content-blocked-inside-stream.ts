import { defineFault } from '../core/fault.ts';

/** Begins to stream, and blocks the rest. */
export const contentBlockedInsideStream = defineFault({
  id: 'content-blocked-inside-stream',
  cause: 'content-blocked',
  summary: 'Begins to stream, and blocks the rest',
  needsStream: true,
  deed: {
    kind: 'stream-error',
    error: { status: 400, type: 'invalid_request_error', message: 'Output blocked by content filtering policy' },
  },
});
