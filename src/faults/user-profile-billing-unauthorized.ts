import { defineFault } from '../core/fault.ts';

/** Finds that the customer has not authorized billing. */
export const userProfileBillingUnauthorized = defineFault({
  id: 'user-profile-billing-unauthorized',
  cause: 'user-profile-billing-unauthorized',
  summary: 'Finds that the customer has not authorized billing',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    code: 'user_profile_billing_not_authorized',
    message: 'Billing is not authorized.',
  },
});
