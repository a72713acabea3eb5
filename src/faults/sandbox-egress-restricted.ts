import { defineFault } from '../core/fault.ts';

/** Refuses a call out of a restricted sandbox. */
export const sandboxEgressRestricted = defineFault({
  id: 'sandbox-egress-restricted',
  cause: 'sandbox-egress-restricted',
  summary: 'Refuses a call out of a restricted sandbox',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    code: 'sandbox_egress_restricted',
    message: 'This request is not allowed from a restricted sandbox.',
  },
});
