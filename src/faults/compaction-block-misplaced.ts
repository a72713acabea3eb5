import { defineFault } from '../core/fault.ts';

/** Finds a compaction block in the wrong place. */
export const compactionBlockMisplaced = defineFault({
  id: 'compaction-block-misplaced',
  cause: 'compaction-block-misplaced',
  summary: 'Finds a compaction block in the wrong place',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_block_misplaced',
    message: 'The compaction block is misplaced.',
  },
});
