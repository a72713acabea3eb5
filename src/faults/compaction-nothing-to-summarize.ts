import { defineFault } from '../core/fault.ts';

/** Has nothing to compact. */
export const compactionNothingToSummarize = defineFault({
  id: 'compaction-nothing-to-summarize',
  cause: 'compaction-nothing-to-summarize',
  summary: 'Has nothing to compact',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_nothing_to_summarize',
    message: 'Nothing to summarize.',
  },
});
