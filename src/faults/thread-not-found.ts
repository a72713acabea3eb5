import { defineFault } from '../core/fault.ts';

/** Does not know the thread. */
export const threadNotFound = defineFault({
  id: 'thread-not-found',
  cause: 'thread-not-found',
  summary: 'Does not know the thread',
  deed: { kind: 'error', status: 404, type: 'not_found_error', code: 'thread_not_found', message: 'No such thread.' },
});
