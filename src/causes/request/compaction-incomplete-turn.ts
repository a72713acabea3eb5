import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Compaction was asked for in the middle of an assistant turn. */
export const compactionIncompleteTurn = defineCause({
  id: 'compaction-incomplete-turn',
  refines: 'field-invalid',
  title: 'Compaction was asked for in an unfinished turn',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'compaction_incomplete_turn' }, { says: 'compaction_incomplete_turn' }],
  explain: () =>
    'The request asks to compact a conversation that ends with an unfinished assistant turn: a tool call without its result, or a paused answer. A summary could not be continued from there.',
  remedies: () => [
    { action: 'Finish the turn first: answer open tool calls, or send a paused answer back until it ends.' },
    { action: 'Then ask for the compaction, or cut the conversation at the last complete turn.' },
  ],
  docs: pages.compaction,
});
