import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The customer behind the user profile has not authorized the billing, or ended it. */
export const userProfileBillingUnauthorized = defineCause({
  id: 'user-profile-billing-unauthorized',
  refines: 'permission-denied',
  title: 'The customer has not authorized you to bill them',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'user_profile_billing_not_authorized' }, { says: 'UserProfileBillingNotAuthorizedError' }],
  explain: () =>
    'The request is to be paid by the customer behind a user profile, and that customer has not authorized your organization to bill them, or the authorization that this credential uses has ended; the API does not say which. A customer can unlink your app at any time.',
  remedies: () => [
    { action: 'Send the customer through the approval of your app again, and store the new connection.' },
    { action: 'Call with the service account of your app, not with another key of the organization.' },
    { action: 'Until then, pay for the call yourself.', run: '"billing_policy": { "bill_to": "self" }' },
  ],
  docs: pages.linkedBilling,
});
