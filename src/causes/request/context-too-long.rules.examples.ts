import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'context-too-long';
const sentence = 'The river runs past the old mill and on to the town. ';
const prompt = (model: string, sentences: number, maxTokens = 1024): Readonly<Record<string, unknown>> =>
  exampleRequest({ model, max_tokens: maxTokens, messages: [{ role: 'user', content: sentence.repeat(sentences) }] });

/** Prompts beyond the context window, by estimate. */
export const contextTooLongRuleExamples: readonly RuleExample[] = [
  {
    row: 'context-overflow-input',
    breaks: { body: prompt('claude-haiku-4-5', 60_000) },
    expected: { cause, path: '', message: 'prompt is too long: 980000 tokens > 200000 maximum' },
    spares: { body: prompt('claude-haiku-4-5', 8000) },
  },
  {
    row: 'context-overflow-input',
    breaks: { body: prompt('claude-haiku-4-5', 15_000) },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'prompt is too long: 240000 tokens > 200000 maximum',
    },
    spares: { body: prompt('claude-sonnet-4-6', 15_000) },
  },
  {
    row: 'context-overflow-sum',
    breaks: { body: prompt('claude-sonnet-4-0', 11_000, 64_000) },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message:
        'input length and `max_tokens` exceed context limit: 180000 + 64000 > 200000, decrease input length or `max_tokens` and try again',
    },
    spares: { body: prompt('claude-haiku-4-5', 11_000, 64_000) },
  },
];
