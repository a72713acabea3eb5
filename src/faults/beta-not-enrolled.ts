import { defineFault } from '../core/fault.ts';

/** Refuses a beta that the organization does not take part in. */
export const betaNotEnrolled = defineFault({
  id: 'beta-not-enrolled',
  cause: 'beta-not-enrolled',
  summary: 'Refuses a beta that the organization does not take part in',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'organization_not_enrolled_in_beta',
    message: 'Your organization is not enrolled in the beta user-profiles-2026-09-04.',
  },
});
