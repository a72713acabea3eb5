import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'model-retired';
const retired = exampleRequest({ model: 'claude-3-5-sonnet-latest' });
const deprecated = exampleRequest({ model: 'claude-sonnet-4-5' });

/** Models at the end of their life. */
export const modelRetiredRuleExamples: readonly RuleExample[] = [
  {
    row: 'model-retired',
    breaks: { body: retired, asOf: '2025-10-29' },
    expected: { cause, path: 'model', message: 'claude-3-5-sonnet-latest' },
    spares: { body: retired, asOf: '2025-10-28' },
  },
  {
    row: 'model-retired',
    breaks: {
      body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 64, messages: [{ role: 'user', content: 'Hello' }] },
      endpoint: '/model/us.anthropic.claude-3-5-haiku-20241022-v1:0/invoke',
      platform: 'bedrock',
      asOf: '2026-06-01',
    },
    expected: { cause, severity: 'warning', path: '', message: 'The provided model identifier is invalid.' },
    spares: { body: exampleRequest({ model: 'claude-3-5-haiku-latest' }) },
  },
  {
    row: 'model-deprecated',
    breaks: { body: deprecated, asOf: '2026-11-20' },
    expected: {
      cause,
      severity: 'warning',
      path: 'model',
      message: '`claude-sonnet-4-5` is deprecated and answers until 2026-11-30: 10 days left',
    },
    spares: { body: deprecated, asOf: '2026-09-29' },
  },
  {
    row: 'model-deprecated',
    breaks: { body: exampleRequest({ model: 'claude-mythos-preview' }), asOf: '2026-11-20' },
    expected: {
      cause,
      severity: 'warning',
      path: 'model',
      message: '`claude-mythos-preview` is deprecated since 2026-06-09; its last day is not set yet',
    },
    spares: { body: exampleRequest({ model: 'claude-mythos-5' }), asOf: '2026-11-20' },
  },
];
