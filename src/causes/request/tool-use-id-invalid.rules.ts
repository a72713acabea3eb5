import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, taggedPath } from '../../core/view.ts';
import type { Block } from '../../core/view.ts';
import { pairingMessages } from '../../facts/messages/tool-pairing.ts';

const cause = 'tool-use-id-invalid';
const id = /^[a-zA-Z0-9_-]+$/;
const serverId = /^srvtoolu_[a-zA-Z0-9_]+$/;

const callOrResultId = defineRule<{ readonly block: Block; readonly key: 'id' | 'tool_use_id' }>({
  cause,
  row: 'tu-id-pattern',
  phase: 'schema',
  find: (view) => [
    ...withBadId(view.blocksOf('tool_use'), 'id', id),
    ...withBadId(view.blocksOf('tool_result'), 'tool_use_id', id),
  ],
  path: ({ block, key }) => `${taggedPath(block)}.${key}`,
  at: ({ block, key }) => [...blockAt(block), key],
  message: () => pairingMessages.idPattern,
  why: ({ block, key }) =>
    `The id is ${JSON.stringify(block.value[key])}; an id is made of letters, digits, \`_\` and \`-\`. Ids of another provider need to be rewritten, in the call and in its result alike.`,
});

const serverCallId = defineRule<{ readonly block: Block }>({
  cause,
  row: 'srvtoolu-pattern',
  phase: 'schema',
  find: (view) => withBadId(view.blocksOf('server_tool_use'), 'id', serverId),
  path: ({ block }) => `${taggedPath(block)}.id`,
  at: ({ block }) => [...blockAt(block), 'id'],
  message: () => pairingMessages.serverIdPattern,
  why: ({ block }) =>
    `The id is ${JSON.stringify(block.value.id)}; the API makes the ids of its own tools, and they begin with \`srvtoolu_\`.`,
});

function withBadId<K extends 'id' | 'tool_use_id'>(
  blocks: readonly Block[],
  key: K,
  pattern: RegExp,
): readonly { readonly block: Block; readonly key: K }[] {
  return blocks.flatMap((block) => {
    const value = block.value[key];
    return typeof value === 'string' && !pattern.test(value) ? [{ block, key }] : [];
  });
}

/** Rules about the form of ids. */
export const toolUseIdInvalidRules: readonly Rule[] = [callOrResultId, serverCallId];
