import { defineFault } from '../core/fault.ts';

/** Gives up on a call that takes too long. */
export const gatewayTimeout = defineFault({
  id: 'gateway-timeout',
  cause: 'gateway-timeout',
  summary: 'Gives up on a call that takes too long',
  deed: { kind: 'error', status: 504, type: 'timeout_error', message: 'Request timed out' },
});
