import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A compaction block stands elsewhere than at the head of the conversation. */
export const compactionBlockMisplaced = defineCause({
  id: 'compaction-block-misplaced',
  refines: 'content-block-invalid',
  title: 'A `compaction` block stands in the wrong place',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'compaction_block_misplaced' }, { says: 'compaction_block_misplaced' }],
  explain: () =>
    'A `compaction` block stands behind other content, or in a system message. It replaces all that came before it, so it has to be the first block of the conversation.',
  remedies: () => [
    {
      action:
        'Drop every message before the block, and let the conversation begin with the assistant message that holds it.',
    },
    { action: 'Do not copy the block into `system` or into a user message; send the assistant content as it came.' },
  ],
  docs: pages.compaction,
});
