import { defineFault } from '../core/fault.ts';

/** Answers 429 without saying which limit. */
export const rateLimitOther = defineFault({
  id: 'rate-limit-other',
  cause: 'rate-limit-other',
  summary: 'Answers 429 without saying which limit',
  deed: { kind: 'error', status: 429, type: 'rate_limit_error', message: 'Error' },
});
