import { defineFault } from '../core/fault.ts';

/** Refuses the OAuth token as expired. */
export const oauthExpired = defineFault({
  id: 'oauth-expired',
  cause: 'oauth-expired',
  summary: 'Refuses the OAuth token as expired',
  deed: {
    kind: 'error',
    status: 401,
    type: 'authentication_error',
    message: 'OAuth token has expired. Please obtain a new token or refresh your existing token.',
  },
});
