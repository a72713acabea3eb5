import { defineFault } from '../core/fault.ts';

/** Blocks the answer by policy. */
export const contentBlocked = defineFault({
  id: 'content-blocked',
  cause: 'content-blocked',
  summary: 'Blocks the answer by policy',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'Output blocked by content filtering policy',
  },
});
