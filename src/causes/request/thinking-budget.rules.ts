import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { thinkingMessages } from '../../facts/messages/thinking.ts';

const cause = 'thinking-budget';
const interleaved = 'interleaved-thinking-2025-05-14';

const budgetOverMaxTokens = defineRule<{ readonly budget: number; readonly maxTokens: number }>({
  cause,
  row: 'max-tokens-vs-budget',
  phase: 'cross-field',
  kinds: ['messages'],
  severity: (_, view) => (view.beta(interleaved) === 'absent' ? 'error' : 'warning'),
  find: (view) => {
    const { thinking, maxTokens } = view;
    const { mode, budgetTokens: budget } = thinking;
    if (mode !== 'enabled' || budget === undefined || maxTokens === undefined) return [];
    return maxTokens <= budget && view.beta(interleaved) !== 'sent' ? [{ budget, maxTokens }] : [];
  },
  path: () => '',
  at: () => ['max_tokens'],
  message: (_, { asOf }) => thinkingMessages.budgetOverMaxTokens(asOf),
  why: ({ budget, maxTokens }) =>
    `Thinking counts toward \`max_tokens\`: ${budget} of ${maxTokens} tokens would be thinking, and none are left for the answer.`,
});

/** Rules about the thinking budget beside other members; the smallest budget is a matter of structure. */
export const thinkingBudgetRules: readonly Rule[] = [budgetOverMaxTokens];
