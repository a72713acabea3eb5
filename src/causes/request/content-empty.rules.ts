import { isArray } from '../../core/json.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, taggedPath } from '../../core/view.ts';
import type { Block, Message, RequestView, Run } from '../../core/view.ts';
import { isBlank, isEmptyContent } from '../../check/blank.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { isDirective, takesSystemItems } from './role-invalid.rules.ts';

const cause = 'content-empty';

/** Whether a message holds text and nothing but blank text. */
export function isBlankMessage({ text, blocks, isWhole }: Message): boolean {
  if (text !== undefined) return text !== '' && isBlank(text);
  for (const block of blocks) if (!isBlankText(block)) return false;
  return isWhole && blocks.length > 0;
}

function isBlankText({ type, value }: Block): boolean {
  return type === 'text' && typeof value.text === 'string' && value.text !== '' && isBlank(value.text);
}

const userEmpty = defineRule<Run>({
  cause,
  row: 'user-empty',
  phase: 'shape',
  find: (view) =>
    view.hasEmptyMessage
      ? view.runs.filter(({ role, messages }) => role === 'user' && messages.every(({ isEmpty }) => isEmpty))
      : [],
  path: ({ messages: [first] }, { asOf }) =>
    conversationMessages.userEmptyHasIndex(asOf) ? `messages.${first?.index ?? 0}` : '',
  at: ({ messages: [first] }) => ['messages', first?.index ?? 0, 'content'],
  message: (_, { asOf }) => conversationMessages.userEmpty(asOf),
  why: ({ messages }) =>
    messages.length === 1
      ? `Message ${messages[0]?.index ?? 0} holds nothing.`
      : `Messages ${messages.map(({ index }) => index).join(', ')} become one turn, and together they hold nothing.`,
});

const systemEmpty = defineRule<Message>({
  cause,
  row: 'sys-empty',
  phase: 'shape',
  find: (view) =>
    systemItems(view).filter((message) => message.text === undefined && message.isEmpty && !isDirective(message)),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index, 'content'],
  message: () => conversationMessages.systemEmpty,
});

const systemBlank = defineRule<Message>({
  cause,
  row: 'sys-blank',
  phase: 'shape',
  find: (view) =>
    systemItems(view).filter(({ text, blocks }) =>
      text === undefined
        ? blocks.some(({ type, value }) => type === 'text' && typeof value.text === 'string' && isBlank(value.text))
        : isBlank(text),
    ),
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index, 'content'],
  message: () => conversationMessages.systemBlank,
});

const textEmpty = defineRule<Block>({
  cause,
  row: 'text-empty',
  phase: 'shape',
  severity: ({ parent }) => (parent ? 'warning' : 'error'),
  find: (view) =>
    emptyTexts(view).filter(
      ({ home, role, value }) => home === 'messages' && role !== 'system' && !isObjectMark(value.cache_control),
    ),
  path: () => 'messages',
  at: blockAt,
  message: () => conversationMessages.textEmpty,
  why: (block) => `The text at \`${taggedPath(block)}\` is empty. Leave the block out when there is nothing to say.`,
  fix: dropBlock,
});

const systemTextEmpty = defineRule<Block>({
  cause,
  row: 'system-text-empty',
  phase: 'shape',
  find: (view) => emptyTexts(view).filter(({ home, value }) => home === 'system' && !isObjectMark(value.cache_control)),
  path: () => 'system',
  at: blockAt,
  message: () => conversationMessages.textEmpty,
  fix: dropBlock,
});

const textBlank = defineRule<{ readonly message: Message; readonly hasCompany: boolean }>({
  cause,
  row: 'text-whitespace',
  phase: 'shape',
  from: '2024-08-13',
  severity: ({ hasCompany }) => (hasCompany ? 'warning' : 'error'),
  find: (view) => (view.hasBlankText ? view.runs.flatMap(blankMessages) : []),
  path: () => 'messages',
  at: ({ message }) => ['messages', message.index, 'content'],
  message: () => conversationMessages.textBlank,
  why: ({ message, hasCompany }) =>
    hasCompany
      ? `Message ${message.index} holds white space alone. Its neighbors of the same role hold text, so the merged turn may pass.`
      : `Message ${message.index} holds white space alone.`,
});

function blankMessages({
  role,
  messages,
}: Run): readonly { readonly message: Message; readonly hasCompany: boolean }[] {
  if (role === 'system') return [];
  const blank = messages.filter(isBlankMessage);
  return blank.map((message) => ({
    message,
    hasCompany: messages.some((other) => !blank.includes(other) && !other.isEmpty),
  }));
}

const errorResultEmpty = defineRule<Block>({
  cause,
  row: 'tr-error-empty',
  phase: 'cross-field',
  find: (view) =>
    view.hasEmptyResult
      ? view.blocksOf('tool_result').filter(({ value }) => value.is_error === true && isEmptyContent(value.content))
      : [],
  path: taggedPath,
  at: blockAt,
  message: () => conversationMessages.errorResultEmpty,
  why: () => 'A result that reports an error says which: the model has nothing else to go by.',
});

function systemItems(view: RequestView): readonly Message[] {
  return takesSystemItems(view) ? view.systemItems : [];
}

function emptyTexts(view: RequestView): readonly Block[] {
  return view.hasBlankText ? view.blocksOf('text').filter(({ value }) => value.text === '') : [];
}

function isObjectMark(mark: unknown): boolean {
  return mark !== undefined && mark !== null;
}

/** Only where other blocks stay, for a message without content is refused too. */
function dropBlock(block: Block, { body }: RequestView): Fix | undefined {
  const siblings = block.parent
    ? block.parent.value.content
    : block.home === 'system'
      ? body.system
      : contentOf(block, body.messages);
  if (!isArray(siblings) || siblings.length < 2) return undefined;
  return {
    name: 'empty-text',
    safe: true,
    does: 'Drop the empty text block.',
    edits: [{ kind: 'remove', at: blockAt(block) }],
  };
}

function contentOf({ message }: Block, messages: unknown): unknown {
  const item = isArray(messages) ? messages[message] : undefined;
  return typeof item === 'object' && item !== null && 'content' in item ? item.content : undefined;
}

/** Rules about messages and texts that hold nothing. */
export const contentEmptyRules: readonly Rule[] = [
  systemEmpty,
  systemBlank,
  userEmpty,
  textEmpty,
  systemTextEmpty,
  textBlank,
  errorResultEmpty,
];
