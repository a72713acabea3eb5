import { defineFault } from '../core/fault.ts';

/** Finds a compaction block changed. */
export const compactionBlockAltered = defineFault({
  id: 'compaction-block-altered',
  cause: 'compaction-block-altered',
  summary: 'Finds a compaction block changed',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_signature_invalid',
    message: 'Invalid compaction signature',
  },
});
