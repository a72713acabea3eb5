import { defineFault } from '../core/fault.ts';

/** Refuses an OAuth token without the scope. */
export const oauthScopeMissing = defineFault({
  id: 'oauth-scope-missing',
  cause: 'oauth-scope-missing',
  summary: 'Refuses an OAuth token without the scope',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    message: 'OAuth token does not meet scope requirement user:inference',
  },
});
