import { latePath, pairingOf } from '../../check/pairing.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { textOf } from '../../core/json.ts';
import { blockAt } from '../../core/view.ts';
import type { Block } from '../../core/view.ts';
import { pairingMessages } from '../../facts/messages/tool-pairing.ts';

const cause = 'tool-use-duplicate';

const callTwice = defineRule<Block>({
  cause,
  row: 'tu-duplicate',
  phase: 'cross-field',
  find: (view) => pairingOf(view).doubledCalls,
  path: (block, view) => latePath(view, block),
  at: blockAt,
  message: () => pairingMessages.useTwice,
  why: ({ value }) => `The id ${textOf(value.id) ?? ''} is already that of an earlier call.`,
});

const resultTwice = defineRule<Block>({
  cause,
  row: 'tr-duplicate',
  phase: 'cross-field',
  find: (view) => pairingOf(view).doubledResults,
  path: (block, view) => latePath(view, block),
  at: blockAt,
  message: ({ value }) => pairingMessages.resultTwice(textOf(value.tool_use_id) ?? ''),
  why: () => 'Keep one result for each call; a result may hold several blocks.',
});

/** Rules about ids used twice. */
export const toolUseDuplicateRules: readonly Rule[] = [callTwice, resultTwice];
