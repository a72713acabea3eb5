import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

/** Values that no table of types can judge. */
export const fieldInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'stop-sequence-blank',
    breaks: { body: exampleRequest({ stop_sequences: ['END', '\n\n'] }) },
    expected: {
      cause: 'field-invalid',
      path: 'stop_sequences',
      message: 'each stop sequence must contain non-whitespace',
    },
    spares: { body: exampleRequest({ stop_sequences: [] }) },
  },
];
