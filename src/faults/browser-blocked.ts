import { defineFault } from '../core/fault.ts';

/** Refuses calls from browsers for the whole organization. */
export const browserBlocked = defineFault({
  id: 'browser-blocked',
  cause: 'browser-blocked',
  summary: 'Refuses calls from browsers for the whole organization',
  deed: {
    kind: 'error',
    status: 401,
    type: 'authentication_error',
    message:
      'CORS requests are not allowed for this Organization because of its settings. If you believe this in error, contact support at https://support.anthropic.com/.',
  },
});
