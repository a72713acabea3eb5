import { defineFault } from '../core/fault.ts';

/** Refuses a body that is too large. */
export const requestTooLarge = defineFault({
  id: 'request-too-large',
  cause: 'request-too-large',
  summary: 'Refuses a body that is too large',
  deed: { kind: 'error', status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' },
});
