import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'max-tokens-too-large';
const longAnswers = { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'output-128k-2025-02-19' };
const sonnet37 = exampleRequest({ model: 'claude-3-7-sonnet-20250219', max_tokens: 100_000, stream: true });

/** Answers longer than a model writes. */
export const maxTokensTooLargeRuleExamples: readonly RuleExample[] = [
  {
    row: 'max-tokens-cap',
    breaks: { body: exampleRequest({ model: 'claude-opus-5', max_tokens: 128_001, stream: true }) },
    expected: {
      cause,
      path: 'max_tokens',
      message: '128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5',
    },
    spares: { body: exampleRequest({ model: 'claude-opus-5', max_tokens: 128_000, stream: true }) },
  },
  {
    row: 'max-tokens-cap',
    breaks: { body: exampleRequest({ model: 'claude-haiku-4-5', max_tokens: 128_000, stream: true }) },
    expected: {
      cause,
      path: 'max_tokens',
      message: '128000 > 64000, which is the maximum allowed number of output tokens for claude-haiku-4-5-20251001',
    },
    spares: { body: exampleRequest({ model: 'claude-haiku-4-5', max_tokens: 64_000, stream: true }) },
  },
  {
    row: 'max-tokens-cap',
    breaks: { body: sonnet37, headers: { 'anthropic-version': '2023-06-01' }, headersKnown: true },
    expected: {
      cause,
      path: 'max_tokens',
      message: '100000 > 64000, which is the maximum allowed number of output tokens for claude-3-7-sonnet-20250219',
    },
    spares: { body: sonnet37, headers: longAnswers, headersKnown: true },
  },
  {
    row: 'max-tokens-zero',
    breaks: { body: exampleRequest({ max_tokens: 0, stream: true }) },
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'max_tokens',
      message: '0 is not allowed with `stream: true`',
    },
    spares: { body: exampleRequest({ max_tokens: 0 }) },
  },
];
