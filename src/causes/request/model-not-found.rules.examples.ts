import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'model-not-found';

/** Ids that no model has. */
export const modelNotFoundRuleExamples: readonly RuleExample[] = [
  {
    row: 'model-unknown',
    breaks: { body: exampleRequest({ model: 'claude-sonet-4-6' }) },
    expected: { cause, path: 'model', message: 'claude-sonet-4-6' },
    spares: { body: exampleRequest({ model: 'claude-sonnet-4-6' }) },
  },
  {
    row: 'model-unknown',
    breaks: { body: exampleRequest({ model: 'claude-4-5-haiku' }), endpoint: '/v1/messages' },
    expected: { cause, path: 'model', message: 'claude-4-5-haiku' },
    spares: { body: exampleRequest({ model: 'claude-haiku-4-5' }), endpoint: '/v1/messages' },
  },
  {
    row: 'model-unknown',
    breaks: { body: exampleRequest({ model: 'claude-opus-9' }) },
    expected: { cause, severity: 'warning', path: 'model', message: 'claude-opus-9' },
    spares: { body: exampleRequest({ model: 'house-model' }), platform: 'gateway' },
  },
];
