import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The user profile of the request does not exist or is no longer active. */
export const userProfileUnknown = defineCause({
  id: 'user-profile-unknown',
  title: 'The user profile does not exist or is no longer active',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'user_profile_not_found' }, { says: 'UserProfileNotFoundError' }],
  explain: () =>
    'The request depends on a user profile that the organization does not have, or that is no longer active. It either names the profile in `anthropic-user-profile-id`, or names something that is bound to it, such as an external encryption key. Profiles belong to one organization and are not shared.',
  remedies: () => [
    {
      action: 'List the profiles of the organization with the key of this request, and compare the id.',
      run: 'curl https://api.anthropic.com/v1/user_profiles -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2026-10-21"',
    },
    { action: 'Create the profile anew, or link the customer again, and store the new id.' },
  ],
  docs: pages.linkedBilling,
});
