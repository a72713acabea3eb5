import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The request holds more than one compaction block with content. */
export const compactionBlockAmbiguous = defineCause({
  id: 'compaction-block-ambiguous',
  refines: 'content-block-invalid',
  title: 'The request holds several `compaction` blocks',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'compaction_block_ambiguous' }, { says: 'compaction_block_ambiguous' }],
  explain: () =>
    'The conversation holds more than one `compaction` block with content. Each block stands for all that came before it, so only the last one means anything, and the API does not choose.',
  remedies: () => [
    {
      action:
        'Send the last `compaction` block alone, and drop the earlier ones together with the messages that they replaced.',
    },
    { action: 'Let one place in your code replace the history when a response brings a new block.' },
  ],
  docs: pages.compaction,
});
