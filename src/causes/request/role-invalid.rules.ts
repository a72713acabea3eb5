import { isArray, isObject, textOf } from '../../core/json.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { Message, RequestView, Run } from '../../core/view.ts';
import { conversationMessages, systemRoleSince } from '../../facts/messages/conversation.ts';
import { serverResultTypes } from '../../facts/messages/tool-pairing.ts';
import { shortId } from '../../facts/models.ts';
import { platformName } from '../../facts/platforms.ts';

const cause = 'role-invalid';

/** Whether the model takes system items in the conversation at all; where it does not, only that is told. */
export function takesSystemItems({ model, asOf }: RequestView): boolean {
  return model?.hasMidConversationSystem !== false && (asOf === undefined || asOf >= systemRoleSince);
}

/** The runs of the conversation, where it has system items that the model takes. */
function runsWithSystem(view: RequestView): readonly Run[] {
  return view.systemItems.length > 0 && takesSystemItems(view) ? view.runs : [];
}

/** Only sets the effort: `content: []` with `output_config`. */
export function isDirective({ value }: Message): boolean {
  return isArray(value.content) && value.content.length === 0 && isObject(value.output_config);
}

const systemUnexpected = defineRule({
  cause,
  row: 'sys-unexpected',
  phase: 'shape',
  until: systemRoleSince,
  find: ({ systemItems }) => systemItems.slice(0, 1),
  path: () => 'messages',
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.systemUnexpected,
  why: () => `Until ${systemRoleSince} the system prompt had its place in the top-level \`system\` alone.`,
  fix: moveUp,
});

const systemUnsupported = defineRule({
  cause,
  row: 'sys-unsupported',
  phase: 'shape',
  from: systemRoleSince,
  severity: (_, { model }) => (model?.hasMidConversationSystem === false ? 'error' : 'warning'),
  models: (model) => model.hasMidConversationSystem !== true,
  find: ({ systemItems }) => systemItems.slice(0, 1),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.systemUnsupported,
  why: (_, { model }) =>
    model?.hasMidConversationSystem === false
      ? `\`${shortId(model)}\` takes its system prompt in the top-level \`system\` alone.`
      : 'Whether this model takes system messages inside the conversation was not measured.',
  fix: moveUp,
});

const systemFirst = defineRule({
  cause,
  row: 'sys-first',
  phase: 'shape',
  from: systemRoleSince,
  find: (view) => {
    const [first] = view.messages;
    return first?.role === 'system' && first.index === 0 && !isDirective(first) && takesSystemItems(view)
      ? [first]
      : [];
  },
  path: () => 'messages.0',
  at: () => ['messages', 0],
  message: () => conversationMessages.systemFirst,
  fix: moveUp,
});

const systemPosition = defineRule({
  cause,
  row: 'sys-position',
  phase: 'shape',
  from: systemRoleSince,
  find: (view) =>
    runsWithSystem(view).flatMap(({ role, messages }, index, runs) => {
      const last = messages.at(-1);
      const isFirst = messages[0]?.index === 0;
      if (role !== 'system' || !last || isFirst || messages.every(isDirective)) return [];
      return runs[index + 1]?.role === 'user' ? [last] : [];
    }),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.systemPosition,
  why: ({ index }) =>
    `Message ${index + 1} is of the user; a system item stands behind the user's turn, right before the assistant's.`,
});

const systemMustFollow = defineRule({
  cause,
  row: 'sys-must-follow',
  phase: 'shape',
  severity: 'warning',
  from: systemRoleSince,
  find: (view) =>
    runsWithSystem(view).flatMap(({ role, messages: [first] }, index, runs) => {
      const before = runs[index - 1]?.messages.at(-1);
      if (role !== 'system' || !first || !before || before.role !== 'assistant' || isDirective(first)) return [];
      return serverResultTypes.includes(before.blocks.at(-1)?.type ?? '') ? [] : [first];
    }),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index],
  message: () => "role 'system' must follow a user turn, or an assistant turn that ends in a server tool's result",
  wording: 'ours',
});

const systemOnBedrock = defineRule({
  cause,
  row: 'sys-bedrock',
  phase: 'shape',
  severity: 'warning',
  platforms: ['bedrock'],
  models: ({ id, hasMidConversationSystem }) =>
    hasMidConversationSystem === true && id !== 'claude-fable-5' && id !== 'claude-opus-4-8',
  find: ({ systemItems }) => systemItems.slice(0, 1),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.systemUnsupported,
  why: (_, { platform }) =>
    `${platformName(platform)} documents system messages inside the conversation for Claude Fable 5 and Opus 4.8 only (2026-08-22).`,
});

/** A system item at the start of the conversation is what the top-level `system` is for. */
function moveUp({ index, text, blocks }: Message, { body, systemText }: RequestView): Fix | undefined {
  if (index !== 0 || (text === undefined && blocks.some(({ type }) => type !== 'text'))) return undefined;
  const moved = text === undefined ? blocks.map(({ value }) => value) : [{ type: 'text', text }];
  const kept =
    systemText === undefined ? (isArray(body.system) ? body.system : []) : [{ type: 'text', text: systemText }];
  const [only] = moved;
  const value = kept.length === 0 && text !== undefined ? textOf(only?.text) : [...kept, ...moved];
  return {
    name: 'system',
    safe: true,
    does: 'Move the first message into the top-level `system`.',
    edits: [
      { kind: 'set', at: ['system'], value },
      { kind: 'remove', at: ['messages', 0] },
    ],
  };
}

/** Rules about the roles of messages. */
export const roleInvalidRules: readonly Rule[] = [
  systemUnexpected,
  systemUnsupported,
  systemFirst,
  systemPosition,
  systemMustFollow,
  systemOnBedrock,
];
