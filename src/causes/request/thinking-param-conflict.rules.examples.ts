import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'thinking-param-conflict';
const enabled = { type: 'enabled', budget_tokens: 2048 };
const thinks = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  exampleRequest({ max_tokens: 4096, thinking: enabled, ...members });
const manual = 'claude-3-7-sonnet-20250219';

/** Sampling parameters beside thinking. */
export const thinkingParamConflictRuleExamples: readonly RuleExample[] = [
  {
    row: 'sampling-thinking-temp',
    breaks: { body: thinks({ temperature: 0.2 }) },
    expected: {
      cause,
      path: '',
      message:
        '`temperature` may only be set to 1 when thinking is enabled or in adaptive mode. Please consult our documentation at https://platform.claude.com/docs/en/build-with-claude/extended-thinking',
    },
    spares: { body: thinks({ temperature: 1 }) },
  },
  {
    row: 'sampling-thinking-temp',
    breaks: { body: thinks({ model: 'claude-opus-4-1', temperature: 0 }), asOf: '2026-01-10' },
    expected: {
      cause,
      path: '',
      message:
        '`temperature` may only be set to 1 when thinking is enabled. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#important-considerations-when-using-extended-thinking',
    },
    spares: {
      body: thinks({ model: 'claude-opus-4-1', thinking: { type: 'disabled' }, temperature: 0 }),
      asOf: '2026-01-10',
    },
  },
  {
    row: 'sampling-thinking-temp',
    breaks: { body: thinks({ model: 'claude-opus-4-8', thinking: { type: 'adaptive' }, temperature: 0 }) },
    expected: {
      cause,
      path: '',
      message:
        '`temperature` may only be set to 1 when thinking is enabled or in adaptive mode. Please consult our documentation at https://platform.claude.com/docs/en/build-with-claude/extended-thinking',
    },
    spares: { body: thinks({ model: 'claude-opus-4-8', thinking: { type: 'adaptive' }, temperature: 1 }) },
  },
  {
    row: 'sampling-thinking-topp',
    breaks: { body: thinks({ top_p: 0.9 }) },
    expected: {
      cause,
      path: '',
      message: '`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled or in adaptive mode',
    },
    spares: { body: thinks({ top_p: 0.95 }) },
  },
  {
    row: 'sampling-thinking-topp',
    breaks: { body: thinks({ model: manual, top_p: 0.99 }), asOf: '2025-04-01' },
    expected: { cause, path: '', message: '`top_p` must be unset when thinking is enabled.' },
    spares: { body: thinks({ model: manual, top_p: 0.99 }), asOf: '2025-06-01' },
  },
  {
    row: 'sampling-thinking-topk',
    breaks: { body: thinks({ top_k: 40 }) },
    expected: { cause, path: '', message: '`top_k` must be unset when thinking is enabled.' },
    spares: { body: thinks({ thinking: { type: 'disabled' }, top_k: 40 }) },
  },
];
