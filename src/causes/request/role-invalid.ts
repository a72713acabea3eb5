import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Role {
  readonly role: string | undefined;
}

const role =
  /(?:unexpected role|value|role:?)\s*["'`]{0,2}\s*["'`](system|developer|tool|function|model|human|ai|[a-z_]{2,20})["'`]|role: (system|developer|tool|function|model) is not/i;

/** A message has a role that is not allowed where it stands. */
export const roleInvalid = defineCause<Role>({
  id: 'role-invalid',
  refines: 'field-invalid',
  title: 'A message has a role that is not allowed there',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'messages: unexpected role' },
    { says: 'the messages api accepts a top-level system parameter' },
    { says: 'not system as an input message role' },
    { says: 'allowed roles are user or assistant' },
    { says: ['role', ': input should be user or assistant'] },
    { says: ['.role:', 'input should be'] },
    { says: ['.role:', 'unexpected value; permitted:'] },
    { says: 'role system is not supported' },
    { says: 'use the top-level system parameter' },
    { says: ['/role:', 'is not a valid enum value'] },
    { says: ['member.role failed to satisfy constraint'] },
    { says: ['messages.', '.role', 'enum value set: [user, assistant]'] },
    { says: ['role: unknown variant', 'expected'], shared: true },
    { says: ['unexpected message role'], certainty: 'likely', shared: true },
    { type: 'invalid_request_error', says: ['invalid role'], certainty: 'likely', shared: true },
    { says: ['unsupported role', 'system'], certainty: 'likely', shared: true },
  ],
  recognize: ({ reading, subject, response }, hit) => {
    if (hit.sign.shared && subject !== 'claude' && response?.errorType === undefined) return undefined;
    const found = role.exec(reading?.flat ?? '');
    return recognized(hit, { role: (found?.[1] ?? found?.[2])?.toLowerCase() });
  },
  explain: (found) => {
    const what =
      found?.role === undefined
        ? 'A message has a role that the API does not take there'
        : `A message has the role \`${found.role}\``;
    const why =
      found?.role === 'system' || found?.role === 'developer'
        ? 'The system prompt is not a message: it goes into the top-level `system` field. Only some newer models take `system` inside `messages`, and never as its first item.'
        : 'A conversation is made of `user` and `assistant` messages; tool results are content blocks inside a user message, and the system prompt has a field of its own.';
    return `${what}. ${why}`;
  },
  remedies: () => [
    {
      action: 'Move the system prompt out of `messages` into the `system` field.',
      run: '{"system": "You are ...", "messages": [{"role": "user", "content": "..."}]}',
    },
    {
      action:
        'Send tool results as `tool_result` blocks in a `user` message instead of messages with the role `tool` or `function`.',
    },
    {
      action:
        'If an OpenAI-style client talks to the API, use its endpoint for that dialect, or a translator that knows the Messages API; do not send chat-completion messages to `/v1/messages`.',
    },
  ],
  docs: pages.messages,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Print the `messages` that your own code builds; if no role is wrong there, the gateway put it in.',
    },
  ],
});
