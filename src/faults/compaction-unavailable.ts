import { defineFault } from '../core/fault.ts';

/** Cannot compact at the moment. */
export const compactionUnavailable = defineFault({
  id: 'compaction-unavailable',
  cause: 'compaction-unavailable',
  summary: 'Cannot compact at the moment',
  deed: {
    kind: 'error',
    status: 529,
    type: 'overloaded_error',
    code: 'compaction_unavailable',
    message: 'Compaction is temporarily unavailable.',
  },
});
