import { isArray } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { maxMessages } from '../../facts/limits.ts';

const cause = 'messages-empty';

const noMessages = defineRule({
  cause,
  row: 'messages-empty',
  phase: 'schema',
  find: ({ body }) => (isArray(body.messages) && body.messages.length === 0 ? [body.messages] : []),
  path: () => 'messages',
  at: () => ['messages'],
  message: () => conversationMessages.noMessage,
  why: () => 'A request asks for the next message of a conversation, so `messages` holds at least one.',
});

const tooManyMessages = defineRule({
  cause: 'field-invalid',
  row: 'messages-max',
  phase: 'schema',
  severity: 'warning',
  find: ({ body }) => (isArray(body.messages) && body.messages.length > maxMessages ? [body.messages.length] : []),
  path: () => 'messages',
  at: () => ['messages'],
  message: (count) => `${count} messages, and at most ${maxMessages} are allowed`,
  wording: 'ours',
});

/** Rules about the number of messages. */
export const messagesEmptyRules: readonly Rule[] = [noMessages, tooManyMessages];
