import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The conversation holds no message. */
export const messagesEmpty = defineCause({
  id: 'messages-empty',
  refines: 'field-invalid',
  title: 'The conversation holds no message',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'at least one message is required' },
    { says: 'requires at least one non-system message' },
    { says: 'messages: list should have at least 1 item' },
    { says: 'messages: ensure this value has at least 1 item' },
    { says: ['#/messages: expected minimum item count: 1'] },
    { says: ['at messages failed to satisfy constraint', 'greater than or equal to 1'] },
    { says: 'messages must not be empty', certainty: 'likely', shared: true },
    { says: 'messages cannot be empty', certainty: 'likely', shared: true },
    { says: 'messages array cannot be empty', certainty: 'likely', shared: true },
    { says: 'received only system message(s)', certainty: 'likely', shared: true },
    { says: ['type: invalid_request_error', 'no messages'], certainty: 'likely', shared: true },
  ],
  explain: () =>
    'The request was sent with an empty `messages` list. The system prompt does not count: it travels in its own field, and a call needs at least one user message to answer.',
  remedies: () => [
    {
      action: 'Put at least one user message into the call.',
      run: '"messages": [{"role": "user", "content": "Hello"}]',
    },
    {
      action:
        'If the conversation held only a system prompt, send its text as the user message, or add a short user message beside it.',
    },
    { action: 'If history is trimmed to a budget, keep the last user message whatever its size.' },
  ],
  docs: pages.messages,
});
