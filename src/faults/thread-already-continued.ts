import { defineFault } from '../core/fault.ts';

/** Finds the thread continued already. */
export const threadAlreadyContinued = defineFault({
  id: 'thread-already-continued',
  cause: 'thread-already-continued',
  summary: 'Finds the thread continued already',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'thread_already_continued',
    message: 'The response was already continued.',
  },
});
