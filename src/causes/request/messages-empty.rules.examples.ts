import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const manyMessages = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content: 'And then?' }));

/** Requests with too few and too many messages. */
export const messagesEmptyRuleExamples: readonly RuleExample[] = [
  {
    row: 'messages-empty',
    breaks: { body: exampleRequest({ messages: [] }) },
    expected: { cause: 'messages-empty', path: 'messages', message: 'at least one message is required' },
    spares: { body: exampleRequest({ messages: [{ role: 'user', content: 'Hello' }] }) },
  },
  {
    row: 'messages-max',
    breaks: { body: exampleRequest({ messages: manyMessages(100_001) }) },
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'messages',
      message: '100001 messages, and at most 100000 are allowed',
    },
    spares: { body: exampleRequest({ messages: manyMessages(99_999) }) },
  },
];
