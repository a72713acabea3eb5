import { defineFault } from '../core/fault.ts';

/** Refuses a compressed body that is too large. */
export const requestBodyTooLargeAfterDecoding = defineFault({
  id: 'request-body-too-large-after-decoding',
  cause: 'request-body-too-large-after-decoding',
  summary: 'Refuses a compressed body that is too large',
  deed: {
    kind: 'error',
    status: 413,
    type: 'request_too_large',
    code: 'request_body_too_large_after_decoding',
    message: 'Request body too large.',
  },
});
