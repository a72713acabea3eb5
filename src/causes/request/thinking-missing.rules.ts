import { isThinking } from '../../check/block-kinds.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, blockPath } from '../../core/view.ts';
import type { Block, Message, RequestView } from '../../core/view.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { thinkingMessages } from '../../facts/messages/thinking.ts';

const cause = 'thinking-missing';

const finalThinking = defineRule<Message>({
  cause,
  row: 'assistant-final-thinking',
  phase: 'shape',
  find: ({ messages }) => {
    const last = messages.at(-1);
    const ending = last?.blocks.at(-1);
    return last?.role === 'assistant' && last.isWhole && ending && isThinking(ending.type) ? [last] : [];
  },
  path: ({ index }) => `messages.${index}`,
  at: ({ index, blocks }) => ['messages', index, 'content', Math.max(0, blocks.length - 1)],
  message: () => conversationMessages.finalBlockThinking,
  why: ({ index }) =>
    `Message ${index} ends the conversation, and it ends in thinking without an answer. Drop the message, or add the user's next one.`,
});

const mustStartWithThinking = defineRule<Block>({
  cause,
  row: 'thinking-first-required',
  phase: 'cross-field',
  // Models with adaptive thinking take the turn without its thinking blocks, whatever the mode that is asked for; and
  // what the user adds behind the results may close the loop.
  severity: (block, view) =>
    view.model && !view.model.thinking.modes.includes('adaptive') && isBareLoop(block, view) ? 'error' : 'warning',
  find: (view) => {
    const [first] = lastToolTurn(view)?.blocks ?? [];
    return view.thinking.mode === 'enabled' && first && !isThinking(first.type) ? [first] : [];
  },
  path: (block) => `${blockPath(block)}.type`,
  at: blockAt,
  message: ({ type }, { asOf }) => thinkingMessages.mustStartWithThinking(type, asOf),
  why: ({ message }) =>
    `The tool loop that began in message ${message} is still open, and the model has to go on from the thinking that led to the call. Send its thinking blocks back as they came.`,
});

const thinkingNotFirst = defineRule<{ readonly block: Block; readonly first: Block }>({
  cause,
  row: 'thinking-order',
  phase: 'cross-field',
  severity: 'warning',
  models: ({ thinking: { modes } }) => !modes.includes('adaptive'),
  find: ({ messages, thinking }) =>
    thinking.mode === 'enabled'
      ? messages.flatMap(({ role, blocks }) => {
          const [first] = blocks;
          const later = blocks.find(({ type }) => isThinking(type));
          return role === 'assistant' && first && later && first !== later ? [{ block: later, first }] : [];
        })
      : [],
  path: ({ block }) => blockPath(block),
  at: ({ block }) => blockAt(block),
  message: ({ first }) => thinkingMessages.thinkingNotFirst(first.type),
});

const thinkingWhileOff = defineRule<Block>({
  cause: 'thinking-param-conflict',
  row: 'thinking-final-off',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ messages, thinking }) => {
    const last = messages.at(-1);
    if (last?.role !== 'assistant' || thinking.isOn !== false) return [];
    const ending = last.blocks.at(-1);
    // A message that ends in thinking is refused for that already.
    if (ending && isThinking(ending.type)) return [];
    return last.blocks.filter(({ type }) => isThinking(type)).slice(0, 1);
  },
  path: blockPath,
  at: blockAt,
  message: () => thinkingMessages.thinkingWhileOff,
});

/** The assistant message of the tool loop with which the conversation ends. */
function lastToolTurn({ messages }: RequestView): Message | undefined {
  const last = messages.at(-1);
  const isAnswer = last?.role === 'user' && last.blocks.some(({ type }) => type === 'tool_result');
  if (!isAnswer) return undefined;
  const turn = messages.findLast(({ role, index }) => role === 'assistant' && index < last.index);
  return turn?.blocks.some(({ type }) => type === 'tool_use') ? turn : undefined;
}

/** Whether the loop is one assistant message and, behind it, results alone. */
function isBareLoop({ message }: Block, { messages }: RequestView): boolean {
  const position = messages.findIndex(({ index }) => index === message);
  const isAlone = messages[position - 1]?.role !== 'assistant';
  return (
    isAlone && messages.slice(position + 1).every(({ blocks }) => blocks.every(({ type }) => type === 'tool_result'))
  );
}

/** Rules about the thinking blocks that a turn must have. */
export const thinkingMissingRules: readonly Rule[] = [
  finalThinking,
  mustStartWithThinking,
  thinkingNotFirst,
  thinkingWhileOff,
];
