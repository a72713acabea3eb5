import type { BodyPath } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt } from '../../core/view.ts';
import type { RequestView } from '../../core/view.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { isBlankMessage } from './content-empty.rules.ts';

interface Ending {
  readonly at: BodyPath;
  readonly text: string;
}

const trailingWhitespace = defineRule<Ending>({
  cause: 'content-trailing-whitespace',
  row: 'prefill-whitespace',
  phase: 'shape',
  models: ({ hasPrefill }) => hasPrefill,
  find: (view) => {
    const ending = lastWords(view);
    return ending && /\s/.test(ending.text.at(-1) ?? '') ? [ending] : [];
  },
  path: () => 'messages',
  at: ({ at }) => at,
  message: () => conversationMessages.prefillTrailingSpace,
  why: ({ text }) =>
    `The conversation ends with an assistant text that ends in ${JSON.stringify(text.slice(text.trimEnd().length))}; the model would have to continue behind white space.`,
  fix: ({ at, text }) => ({
    name: 'trailing-whitespace',
    safe: true,
    does: 'Trim the end of the last assistant text.',
    edits: [{ kind: 'set', at, value: text.trimEnd() }],
  }),
});

function lastWords({ messages }: RequestView): Ending | undefined {
  const last = messages.at(-1);
  if (last?.role !== 'assistant' || isBlankMessage(last)) return undefined;
  if (last.text !== undefined) return { at: ['messages', last.index, 'content'], text: last.text };
  const block = last.blocks.at(-1);
  if (block?.type !== 'text' || typeof block.value.text !== 'string') return undefined;
  return { at: [...blockAt(block), 'text'], text: block.value.text };
}

/** Rules about white space at the end of a prefill. */
export const contentTrailingWhitespaceRules: readonly Rule[] = [trailingWhitespace];
