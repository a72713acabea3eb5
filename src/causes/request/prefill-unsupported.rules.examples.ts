import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const ask = { role: 'user', content: 'Name a river, as JSON.' };
const begun = { role: 'assistant', content: '{"river":' };
const message = 'This model does not support assistant message prefill. The conversation must end with a user message.';

/** Conversations that end with the assistant. */
export const prefillUnsupportedRuleExamples: readonly RuleExample[] = [
  {
    row: 'prefill-unsupported',
    breaks: { body: exampleRequest({ model: 'claude-opus-4-6', messages: [ask, begun] }) },
    expected: { cause: 'prefill-unsupported', path: '', message },
    spares: { body: exampleRequest({ model: 'claude-haiku-4-5', messages: [ask, begun] }) },
  },
  {
    row: 'prefill-unsupported',
    breaks: { body: exampleRequest({ model: 'claude-mythos-preview', messages: [ask, begun] }) },
    expected: { cause: 'prefill-unsupported', path: '', message },
    spares: {
      body: exampleRequest({ model: 'claude-mythos-preview', messages: [ask, { role: 'assistant', content: '' }] }),
    },
  },
];
