import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const beginsWithAssistant = exampleRequest({
  model: 'claude-3-haiku-20240307',
  messages: [
    { role: 'assistant', content: 'Where are you going?' },
    { role: 'user', content: 'To Linz.' },
  ],
});
const twoUsers = exampleRequest({
  model: 'claude-3-haiku-20240307',
  messages: [
    { role: 'user', content: 'I am going to Linz.' },
    { role: 'user', content: 'How far is it?' },
  ],
});

/** Conversations in an order that was refused until 2024-10-08. */
export const roleOrderRuleExamples: readonly RuleExample[] = [
  {
    row: 'first-not-user',
    breaks: { body: beginsWithAssistant, asOf: '2024-09-30' },
    expected: { cause: 'role-order', path: 'messages', message: 'first message must use the "user" role' },
    spares: { body: beginsWithAssistant, asOf: '2024-10-09' },
  },
  {
    row: 'roles-alternate',
    breaks: { body: twoUsers, asOf: '2024-09-30' },
    expected: {
      cause: 'role-order',
      path: 'messages',
      message: 'roles must alternate between "user" and "assistant", but found multiple "user" roles in a row',
    },
    spares: { body: twoUsers },
  },
];
