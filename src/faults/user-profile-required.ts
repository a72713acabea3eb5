import { defineFault } from '../core/fault.ts';

/** Asks for a user profile. */
export const userProfileRequired = defineFault({
  id: 'user-profile-required',
  cause: 'user-profile-required',
  summary: 'Asks for a user profile',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'user_profile_required',
    message: 'A user profile is needed.',
  },
});
