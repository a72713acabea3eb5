import { latePath, pairingOf } from '../../check/pairing.ts';
import { serverPairingOf } from '../../check/server-pairing.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { textOf } from '../../core/json.ts';
import { blockAt } from '../../core/view.ts';
import type { Block, RequestView } from '../../core/view.ts';
import { pairingMessages } from '../../facts/messages/tool-pairing.ts';

const cause = 'tool-result-orphan';

const resultOrphan = defineRule<Block>({
  cause,
  row: 'tr-orphan',
  phase: 'cross-field',
  find: (view) => pairingOf(view).orphans,
  path: (block, view) => latePath(view, block),
  at: blockAt,
  message: ({ value }) => pairingMessages.resultOrphan(textOf(value.tool_use_id) ?? ''),
  why: (block, view) => {
    const call = callOf(block, view);
    const id = textOf(block.value.tool_use_id) ?? '';
    return call
      ? `The call ${id} stands in message ${call.message}, which is not the assistant's turn right before message ${block.message}.`
      : `No message holds a call with the id ${id}. History that is cut must lose a call and its result together.`;
  },
});

const serverResultOrphan = defineRule<Block>({
  cause,
  row: 'server-result-orphan',
  phase: 'cross-field',
  find: (view) => serverPairingOf(view).orphans.filter(({ role }) => role === 'assistant'),
  path: (block, view) => latePath(view, block),
  at: blockAt,
  message: ({ type, value }) => pairingMessages.serverResultOrphan(type, textOf(value.tool_use_id) ?? ''),
});

function callOf(result: Block, view: RequestView): Block | undefined {
  return view.blocksOf('tool_use').find(({ value }) => value.id === result.value.tool_use_id);
}

/** Rules about results without calls. */
export const toolResultOrphanRules: readonly Rule[] = [resultOrphan, serverResultOrphan];
