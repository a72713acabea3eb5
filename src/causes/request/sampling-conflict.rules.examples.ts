import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'sampling-conflict';

/** Sampling parameters that a model does not take. */
export const samplingConflictRuleExamples: readonly RuleExample[] = [
  {
    row: 'sampling-nondefault',
    breaks: { body: exampleRequest({ model: 'claude-sonnet-5', temperature: 0.7 }) },
    expected: { cause, path: '', message: '`temperature` is deprecated for this model.' },
    spares: { body: exampleRequest({ model: 'claude-sonnet-5', temperature: 1 }) },
  },
  {
    row: 'sampling-nondefault',
    breaks: { body: exampleRequest({ model: 'claude-opus-4-7', top_p: 0.5 }) },
    expected: { cause, path: '', message: '`top_p` is deprecated for this model.' },
    spares: { body: exampleRequest({ model: 'claude-opus-4-7', top_p: 0.99 }) },
  },
  {
    row: 'sampling-nondefault',
    breaks: { body: exampleRequest({ model: 'claude-mythos-preview', top_k: 5 }) },
    expected: { cause, path: '', message: '`top_k` is deprecated for this model.' },
    spares: { body: exampleRequest({ model: 'claude-opus-4-6', top_k: 5 }) },
  },
  {
    row: 'sampling-both',
    breaks: { body: exampleRequest({ model: 'claude-haiku-4-5', temperature: 0.5, top_p: 0.9 }) },
    expected: {
      cause,
      path: '',
      message: '`temperature` and `top_p` cannot both be specified for this model. Please use only one.',
    },
    spares: { body: exampleRequest({ model: 'claude-sonnet-4-0', temperature: 0.5, top_p: 0.9 }) },
  },
];
