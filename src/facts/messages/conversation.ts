import { onDay } from './generations.ts';

const allMustBeFilled = 'all messages must have non-empty content except for the optional final assistant message';
/** The directive-only form was added to both sentences; measured 2026-08-31. */
const directiveNote = 'the directive-only form (content: [] with output_config) is accepted at any position';

/** First day with the index in the path of the empty-content message; then the day of its new wording, not before. */
const emptyContentDays = { withIndex: '2024-07-18', reworded: '2026-02-01' };
/** The day on which the role `system` came to `messages` (release note). */
export const systemRoleSince = '2026-05-28';
/** The day on which the API began to merge messages of one role and to take any first role (release note). */
export const freeRoleOrderSince = '2024-10-08';

/** The API's sentences about messages, roles and content; measured 2026-07 to 2026-09 unless a day is given. */
export const conversationMessages = {
  noMessage: 'at least one message is required',
  /** The sentence of the time in which no model took the role; seen on gateways still. */
  systemUnexpected: `Unexpected role "system". The Messages API accepts a top-level \`system\` parameter, not "system" as an input message role.`,
  firstNotUser: 'first message must use the "user" role',
  rolesAlternate: (role: string) =>
    `roles must alternate between "user" and "assistant", but found multiple "${role}" roles in a row`,
  userEmpty: (asOf: string | undefined) =>
    onDay(
      asOf,
      [{ until: emptyContentDays.reworded, value: allMustBeFilled }],
      'user messages must have non-empty content',
    ),
  userEmptyHasIndex: (asOf: string | undefined) => asOf === undefined || asOf >= emptyContentDays.withIndex,
  textEmpty: 'text content blocks must be non-empty',
  textBlank: 'text content blocks must contain non-whitespace text',
  errorResultEmpty: 'content cannot be empty if `is_error` is true',
  prefillUnsupported:
    'This model does not support assistant message prefill. The conversation must end with a user message.',
  prefillTrailingSpace: 'final assistant content cannot end with trailing whitespace',
  finalBlockThinking: 'The final block in an assistant message cannot be `thinking`.',
  onlyIn: (type: string, role: 'assistant' | 'user') => `\`${type}\` blocks can only be in \`${role}\` messages`,
  thinkingInUser: 'thinking blocks may only be in `assistant` messages',
  uploadInAssistant: "'container_upload' blocks are not permitted within assistant turns",
  systemUnsupported: "role 'system' is not supported on this model",
  systemFirst: `use the top-level 'system' parameter for the initial system prompt; ${directiveNote}`,
  systemPosition: `role 'system' must precede an 'assistant' message or end the array; ${directiveNote}`,
  systemEmpty: 'system content must contain at least one block',
  systemBlocks: "role 'system' supports text, tool_addition, and tool_removal blocks only",
  systemBlank: 'system text blocks must contain non-whitespace text',
} as const;
