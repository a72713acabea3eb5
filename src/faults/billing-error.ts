import { defineFault } from '../core/fault.ts';

/** Answers 402: payment does not work. */
export const billingError = defineFault({
  id: 'billing-error',
  cause: 'billing-error',
  summary: 'Answers 402: payment does not work',
  deed: {
    kind: 'error',
    status: 402,
    type: 'billing_error',
    message: 'There is an issue with your billing or payment information.',
  },
});
