import { defineFault } from '../core/fault.ts';

/** Cannot compact an unfinished turn. */
export const compactionIncompleteTurn = defineFault({
  id: 'compaction-incomplete-turn',
  cause: 'compaction-incomplete-turn',
  summary: 'Cannot compact an unfinished turn',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_incomplete_turn',
    message: 'The conversation ends with an incomplete turn.',
  },
});
