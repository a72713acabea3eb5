import type { CauseExamples } from '../examples.ts';

/** Reports of compressed bodies that are too large, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"request_too_large","message":"The decoded request body is larger than the limit.","details":{"error_code":"request_body_too_large_after_decoding"}},"request_id":"req_011CExampleDecode1"}',
      facts: { errorCode: 'request_body_too_large_after_decoding', requestId: 'req_011CExampleDecode1' },
    },
    {
      text: "anthropic.APIStatusError: Error code: 413 - {'type': 'error', 'error': {'type': 'request_too_large', 'message': 'Request body too large.', 'details': {'error_code': 'request_body_too_large_after_decoding'}}}",
      facts: { status: 413, errorCode: 'request_body_too_large_after_decoding' },
    },
    {
      text: 'time=2026-11-21T08:01:44Z level=ERROR msg="messages call failed" status=413 error_code=request_body_too_large_after_decoding',
    },
  ],
  spares: [
    {
      text: '413 {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}',
      cause: 'request-too-large',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body could not be decoded.","details":{"error_code":"request_body_encoding_invalid"}}}',
      cause: 'body-encoding',
    },
  ],
};
