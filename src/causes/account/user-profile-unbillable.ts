import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The customer behind the user profile cannot be billed through this app. */
export const userProfileUnbillable = defineCause({
  id: 'user-profile-unbillable',
  refines: 'permission-denied',
  title: 'The user profile cannot be billed',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'user_profile_not_billable' }, { says: 'UserProfileNotBillableError' }],
  explain: () =>
    'The request is to be paid by the customer behind a user profile, and that customer cannot be billed this way. The API does not say why; organizations that pay through a cloud marketplace, or that have only a subscription plan, never can.',
  remedies: () => [
    {
      action:
        'Check that the customer has linked an organization that pays Anthropic directly, and link it again if need be.',
    },
    {
      action: 'Pay for the call yourself where your agreement allows it.',
      run: '"billing_policy": { "bill_to": "self" }',
    },
  ],
  docs: pages.linkedBilling,
});
