import { defineFault } from '../core/fault.ts';

/** Does not know the user profile. */
export const userProfileUnknown = defineFault({
  id: 'user-profile-unknown',
  cause: 'user-profile-unknown',
  summary: 'Does not know the user profile',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'user_profile_not_found',
    message: 'No such user profile.',
  },
});
