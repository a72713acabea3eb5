import { defineFault } from '../core/fault.ts';

/** Refuses a Claude Code credential in another client. */
export const oauthClientRestricted = defineFault({
  id: 'oauth-client-restricted',
  cause: 'oauth-client-restricted',
  summary: 'Refuses a Claude Code credential in another client',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'This credential is only authorized for use with Claude Code and cannot be used for other API requests.',
  },
});
