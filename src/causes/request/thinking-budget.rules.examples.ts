import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'thinking-budget';
const sent = { 'anthropic-version': '2023-06-01' };
const thinks = (budget: number, maxTokens: number): Readonly<Record<string, unknown>> =>
  exampleRequest({
    model: 'claude-sonnet-4-5',
    max_tokens: maxTokens,
    thinking: { type: 'enabled', budget_tokens: budget },
  });
const message = (site: string): string =>
  `\`max_tokens\` must be greater than \`thinking.budget_tokens\`. Please consult our documentation at ${site}/build-with-claude/extended-thinking#max-tokens-and-context-window-size`;

/** Thinking budgets that leave nothing for the answer. */
export const thinkingBudgetRuleExamples: readonly RuleExample[] = [
  {
    row: 'max-tokens-vs-budget',
    breaks: { body: thinks(4096, 4096), headers: sent, headersKnown: true, asOf: '2026-02-03' },
    expected: { cause, path: '', message: message('https://docs.claude.com/en/docs') },
    spares: { body: thinks(4096, 4097), headers: sent, headersKnown: true, asOf: '2026-02-03' },
  },
  {
    row: 'max-tokens-vs-budget',
    breaks: { body: thinks(16_000, 4096), headers: sent, headersKnown: true },
    expected: { cause, path: '', message: message('https://platform.claude.com/docs/en') },
    spares: {
      body: thinks(16_000, 4096),
      headers: { ...sent, 'anthropic-beta': 'interleaved-thinking-2025-05-14' },
      headersKnown: true,
    },
  },
  {
    row: 'max-tokens-vs-budget',
    breaks: { body: thinks(16_000, 4096) },
    expected: { cause, severity: 'warning', path: '', message: message('https://platform.claude.com/docs/en') },
    spares: { body: thinks(2048, 4096) },
  },
];
