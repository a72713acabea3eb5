import { defineFault } from '../core/fault.ts';

/** Waits too long for the request body. */
export const requestBodyTimeout = defineFault({
  id: 'request-body-timeout',
  cause: 'request-body-timeout',
  summary: 'Waits too long for the request body',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'request_body_timeout',
    message: 'The request body was not received in time.',
  },
});
