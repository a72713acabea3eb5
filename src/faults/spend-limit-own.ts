import { defineFault } from '../core/fault.ts';

/** Stops at the spend limit that the organization set itself. */
export const spendLimitOwn = defineFault({
  id: 'spend-limit-own',
  cause: 'spend-limit-own',
  summary: 'Stops at the spend limit that the organization set itself',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
  },
});
