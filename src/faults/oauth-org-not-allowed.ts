import { defineFault } from '../core/fault.ts';

/** Refuses sign-in tokens for the organization. */
export const oauthOrgNotAllowed = defineFault({
  id: 'oauth-org-not-allowed',
  cause: 'oauth-org-not-allowed',
  summary: 'Refuses sign-in tokens for the organization',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    code: 'oauth_not_allowed_for_organization',
    message: 'OAuth authentication is currently not allowed for this organization.',
  },
});
