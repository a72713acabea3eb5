import { defineFault } from '../core/fault.ts';

/** Stops the calls at the spend limit of the contract. */
export const contractSpendLimit = defineFault({
  id: 'contract-spend-limit',
  cause: 'contract-spend-limit',
  summary: 'Stops the calls at the spend limit of the contract',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    code: 'contract_spend_limit_reached',
    message: 'Your organization has reached the spend limit of its contract.',
  },
});
