import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { minBudgetTokens, thinkingMessages } from '../../facts/messages/thinking.ts';

const cause = 'thinking-budget';
const at = ['thinking', 'budget_tokens'];
const interleaved = 'interleaved-thinking-2025-05-14';

const budgetTooSmall = defineRule<number>({
  cause,
  row: 'budget-min',
  phase: 'schema',
  find: ({ thinking: { mode, budgetTokens } }) =>
    mode === 'enabled' && budgetTokens !== undefined && budgetTokens < minBudgetTokens ? [budgetTokens] : [],
  path: () => 'thinking.enabled.budget_tokens',
  at: () => at,
  message: () => thinkingMessages.budgetTooSmall,
  why: (budget) => `The budget is ${budget} tokens, and ${minBudgetTokens} is the least.`,
});

const budgetOverMaxTokens = defineRule<{ readonly budget: number; readonly maxTokens: number }>({
  cause,
  row: 'max-tokens-vs-budget',
  phase: 'cross-field',
  kinds: ['messages'],
  severity: (_, view) => (view.beta(interleaved) === 'absent' ? 'error' : 'warning'),
  find: (view) => {
    const { thinking, maxTokens } = view;
    const { mode, budgetTokens: budget } = thinking;
    if (mode !== 'enabled' || budget === undefined || maxTokens === undefined || budget < minBudgetTokens) return [];
    return maxTokens <= budget && view.beta(interleaved) !== 'sent' ? [{ budget, maxTokens }] : [];
  },
  path: () => '',
  at: () => ['max_tokens'],
  message: (_, { asOf }) => thinkingMessages.budgetOverMaxTokens(asOf),
  why: ({ budget, maxTokens }) =>
    `Thinking counts toward \`max_tokens\`: ${budget} of ${maxTokens} tokens would be thinking, and none are left for the answer.`,
});

/** Rules about the thinking budget. */
export const thinkingBudgetRules: readonly Rule[] = [budgetTooSmall, budgetOverMaxTokens];
