import { defineFault } from '../core/fault.ts';

/** Finds several compaction blocks. */
export const compactionBlockAmbiguous = defineFault({
  id: 'compaction-block-ambiguous',
  cause: 'compaction-block-ambiguous',
  summary: 'Finds several compaction blocks',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_block_ambiguous',
    message: 'More than one compaction block.',
  },
});
