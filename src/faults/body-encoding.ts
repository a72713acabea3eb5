import { defineFault } from '../core/fault.ts';

/** Refuses the encoding of the body. */
export const bodyEncoding = defineFault({
  id: 'body-encoding',
  cause: 'body-encoding',
  summary: 'Refuses the encoding of the body',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'request_body_encoding_unsupported',
    message: 'The Content-Encoding of the request is not supported.',
  },
});
