import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { conversationMessages, freeRoleOrderSince } from '../../facts/messages/conversation.ts';

const cause = 'role-order';

const firstNotUser = defineRule({
  cause,
  row: 'first-not-user',
  phase: 'shape',
  until: freeRoleOrderSince,
  find: ({ messages: [first] }) => (first && first.role === 'assistant' ? [first] : []),
  path: () => 'messages',
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.firstNotUser,
  why: () =>
    `Until ${freeRoleOrderSince} a conversation had to begin with the user; since then it may begin with the assistant.`,
});

const rolesAlternate = defineRule({
  cause,
  row: 'roles-alternate',
  phase: 'shape',
  until: freeRoleOrderSince,
  find: ({ runs }) => runs.filter(({ messages }) => messages.length > 1).slice(0, 1),
  path: () => 'messages',
  at: ({ messages }) => ['messages', messages[1]?.index ?? 0],
  message: ({ role }) => conversationMessages.rolesAlternate(role),
  why: ({ messages }) =>
    `Messages ${messages.map(({ index }) => index).join(', ')} have the same role; since ${freeRoleOrderSince} the API merges them.`,
});

/** Rules about the order of roles; the API dropped them in 2024. */
export const roleOrderRules: readonly Rule[] = [firstNotUser, rolesAlternate];
