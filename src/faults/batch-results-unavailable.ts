import { defineFault } from '../core/fault.ts';

/** Has no results for a batch. */
export const batchResultsUnavailable = defineFault({
  id: 'batch-results-unavailable',
  cause: 'batch-results-unavailable',
  summary: 'Has no results for a batch',
  deed: {
    kind: 'error',
    status: 404,
    type: 'not_found_error',
    message: 'Message Batch msgbatch_01Faultline has no available results.',
  },
});
