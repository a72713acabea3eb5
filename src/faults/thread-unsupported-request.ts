import { defineFault } from '../core/fault.ts';

/** Refuses what threads do not support. */
export const threadUnsupportedRequest = defineFault({
  id: 'thread-unsupported-request',
  cause: 'thread-unsupported-request',
  summary: 'Refuses what threads do not support',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'thread_unsupported_request',
    message: 'Threads do not support this request.',
    details: { unsupported: ['cache_control'] },
  },
});
