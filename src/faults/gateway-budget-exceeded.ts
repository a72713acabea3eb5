import { defineFault } from '../core/fault.ts';

/** Answers as a gateway whose budget is used up. */
export const gatewayBudgetExceeded = defineFault({
  id: 'gateway-budget-exceeded',
  cause: 'gateway-budget-exceeded',
  summary: 'Answers as a gateway whose budget is used up',
  deed: {
    kind: 'foreign',
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"Budget has been exceeded! Current cost: 10.41, Max budget: 10.0","type":"budget_exceeded","param":null,"code":"400"}}',
  },
});
