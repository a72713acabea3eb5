import { defineFault } from '../core/fault.ts';

/** Asks a subscription for extra usage. */
export const extraUsageRequired = defineFault({
  id: 'extra-usage-required',
  cause: 'extra-usage-required',
  summary: 'Asks a subscription for extra usage',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message: 'Extra usage is required for long context requests.',
  },
});
