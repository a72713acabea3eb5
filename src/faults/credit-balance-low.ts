import { defineFault } from '../core/fault.ts';

/** Refuses for want of prepaid credit. */
export const creditBalanceLow = defineFault({
  id: 'credit-balance-low',
  cause: 'credit-balance-low',
  summary: 'Refuses for want of prepaid credit',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
  },
});
