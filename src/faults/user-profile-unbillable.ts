import { defineFault } from '../core/fault.ts';

/** Cannot bill the user profile. */
export const userProfileUnbillable = defineFault({
  id: 'user-profile-unbillable',
  cause: 'user-profile-unbillable',
  summary: 'Cannot bill the user profile',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    code: 'user_profile_not_billable',
    message: 'This user profile cannot be billed.',
  },
});
