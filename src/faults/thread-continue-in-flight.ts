import { defineFault } from '../core/fault.ts';

/** Finds the thread being continued. */
export const threadContinueInFlight = defineFault({
  id: 'thread-continue-in-flight',
  cause: 'thread-continue-in-flight',
  summary: 'Finds the thread being continued',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'thread_continue_in_flight',
    message: 'Another request continues the response.',
  },
});
