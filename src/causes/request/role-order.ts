import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

type Order = 'first' | 'alternate' | 'system' | 'start' | undefined;

/** The roles of the messages come in an order that is not accepted. */
export const roleOrder = defineCause<Order>({
  id: 'role-order',
  title: 'The roles of the messages are in an order that is not accepted',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'roles must alternate between' },
    { says: ['found multiple', 'roles in a row'] },
    { says: 'first message must use the user role' },
    { says: 'conversation must alternate between user and assistant roles' },
    { says: 'make sure the conversation alternates' },
    { says: 'conversation must start with a user message' },
    { says: 'try again with a conversation that starts with a user message' },
    { says: 'role system must precede' },
    { says: ['invalid first message', 'start with role=user'] },
    { says: ['role system', 'must follow'], type: 'invalid_request_error', certainty: 'likely' },
    { says: 'the first message must be a user message', certainty: 'likely', shared: true },
    { says: 'first message must have role user', certainty: 'likely', shared: true },
    { says: 'first message must be from the user', certainty: 'likely', shared: true },
    { says: 'received multiple non-consecutive system messages', certainty: 'likely', shared: true },
    { says: 'system message must be at beginning of message list', certainty: 'likely', shared: true },
    { says: ['messages', 'must alternate'], certainty: 'likely', shared: true },
  ],
  retold: [
    'messages must alternate',
    'roles must alternate',
    'must alternate between user',
    '角色必须交替',
    'first message must be user',
    'must start with a user message',
    'roles are not alternating',
    'roles do not alternate',
  ],
  recognize: ({ reading, subject, platform, response }, hit) => {
    const isClaude = subject === 'claude' || platform !== undefined || response?.errorType !== undefined;
    if (hit.sign.shared && !isClaude) return undefined;
    const text = reading?.squeezed ?? '';
    const order: Order = /system(?:must|message)/.test(text)
      ? 'system'
      : text.includes('alternat')
        ? 'alternate'
        : text.includes('startwith')
          ? 'start'
          : 'first';
    return recognized(hit, order);
  },
  explain: (order) => {
    if (order === 'system') {
      return 'A system message stands at a place where none may stand. The initial system prompt goes into the `system` field; a later one, on models that take it, must come directly before an assistant message or end the list.';
    }
    const what =
      order === 'alternate'
        ? 'Two messages in a row have the same role'
        : order === undefined
          ? 'The conversation does not begin with a user message, or two messages in a row have the same role'
          : 'The conversation does not begin with a user message';
    return `${what}. The Messages API itself has accepted that since October 2024, but Bedrock's Converse API, older API snapshots and many gateways still insist on conversations that begin with the user and take turns.`;
  },
  remedies: (order) => [
    order === 'system'
      ? { action: 'Move system messages out of `messages` into the `system` field.' }
      : {
          action:
            'Merge neighboring messages of the same role into one, by joining their content blocks, and let the first message be a user message.',
        },
    { action: 'When history is trimmed, cut it just before a user message that carries no tool result.' },
    {
      action: 'If a gateway is in between, let it merge messages, or update it: the API no longer asks for this.',
      run: 'litellm_settings: { modify_params: true }',
    },
  ],
  docs: pages.messages,
});
