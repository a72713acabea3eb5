import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedInGateway } from '../recognition.ts';

/** The budget that a gateway keeps for a key, user or team is used up. */
export const gatewayBudgetExceeded = defineCause({
  id: 'gateway-budget-exceeded',
  refines: 'spend-limit-own',
  title: 'The budget in the gateway is used up',
  locus: 'gateway',
  retry: () => ({
    kind: 'no',
    because: 'It heals when the budget is raised or its period ends, not in seconds; a 429 here is not a rate limit.',
  }),
  signs: [
    { says: 'Budget has been exceeded! Current cost' },
    { says: ['ExceededBudget', 'budget'] },
    { says: ['budget_exceeded', 'Max budget'] },
    { says: 'ExceededTokenBudget' },
    { says: '令牌额度已用尽' },
    { says: '该令牌额度已用尽' },
    { says: 'token quota exhausted', certainty: 'likely', shared: true },
    { says: 'spend cap', pattern: /claude|gateway/i, certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognizedInGateway(evidence, hit, undefined),
  explain: (_, { gateway }) =>
    `${gateway ?? 'The gateway'} between your program and the Claude API keeps a budget for the key, user or team of this call, and it is used up. The Claude API was not called.`,
  remedies: () => [
    { action: 'Raise the budget of the key, user or team in the gateway, or wait for its period to end.' },
    { action: 'See there which calls spent it, and move them to a cheaper model.' },
    { action: 'Treat the answer as final in your program, whatever its status is.' },
  ],
  docs: pages.llmGateway,
});
