import type { RuleExample } from '../core/rule.ts';

/** Bodies that are JSON and no object. */
export const bodyExamples: readonly RuleExample[] = [null, [], 'Hello', 7].map((body) => ({
  row: 'body-not-object',
  breaks: { body },
  expected: { cause: 'field-invalid', path: '', message: 'Input does not match the expected shape.' },
  spares: {
    body: { model: 'claude-sonnet-4-6', max_tokens: 16, messages: [{ role: 'user', content: 'Hello' }] },
  },
}));
