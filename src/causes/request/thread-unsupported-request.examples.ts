import type { CauseExamples } from '../examples.ts';

/** Reports of requests that threads do not support, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Threads do not support this request.","details":{"error_code":"thread_unsupported_request","unsupported":["cache_control","fallbacks"]}},"request_id":"req_011CExampleThread5"}',
      facts: { errorCode: 'thread_unsupported_request' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Unsupported with threads', 'details': {'error_code': 'thread_unsupported_request', 'unsupported': ['context_management']}}}",
      facts: { status: 400 },
    },
    { text: 'anthropic 400: code=thread_unsupported_request unsupported=[thinking]' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The request does not fit its thread.","details":{"error_code":"thread_fingerprint_mismatch"}}}',
      cause: 'thread-fingerprint-mismatch',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"A maximum of 4 blocks with cache_control may be provided. Found 5."}}',
      cause: 'cache-control-invalid',
    },
  ],
};
