import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a thinking budget that is too small. */
export const thinkingBudget = defineFault({
  id: 'thinking-budget',
  cause: 'thinking-budget',
  summary: 'Refuses a thinking budget that is too small',
  deed: () => brokenRequest({ thinking: { type: 'enabled', budget_tokens: 64 } }),
});
