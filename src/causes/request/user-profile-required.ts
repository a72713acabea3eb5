import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The request bills a user profile and names none. */
export const userProfileRequired = defineCause({
  id: 'user-profile-required',
  refines: 'field-missing',
  title: 'The request bills a user profile and names none',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'user_profile_required' }, { says: 'UserProfileRequiredError' }],
  explain: () =>
    'The request sets `billing_policy.bill_to` to `user_profile`, so that a customer pays for it, and it does not say which: the header `anthropic-user-profile-id` is missing.',
  remedies: () => [
    {
      action: 'Send the id of the profile that pays.',
      run: "client.messages.create(params, { headers: { 'anthropic-user-profile-id': profileId } })",
    },
    { action: 'Leave `billing_policy` out, or set `bill_to` to `self`, for calls that you pay for.' },
  ],
  docs: pages.linkedBilling,
});
