import { defineFault } from '../core/fault.ts';

/** Stops at the monthly cap of the tier. */
export const spendLimitTier = defineFault({
  id: 'spend-limit-tier',
  cause: 'spend-limit-tier',
  summary: 'Stops at the monthly cap of the tier',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    code: 'enforced_spend_limit_reached',
    message:
      "You have reached your API usage limits: your organization has crossed its monthly API usage threshold, set based on your organization's API tier. You will regain access on 2026-12-01 at 00:00 UTC.",
  },
});
