import type { CauseExamples } from '../examples.ts';

/** Reports of changed fields within a thread, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"`tools` must be the same in every request of a thread.","details":{"error_code":"thread_fingerprint_mismatch"}},"request_id":"req_011CExampleThread4"}',
      facts: { errorCode: 'thread_fingerprint_mismatch' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'The request does not fit its thread: system', 'details': {'error_code': 'thread_fingerprint_mismatch'}}}",
      facts: { status: 400 },
    },
    {
      text: 'claude call failed: 400 invalid_request_error error_code: thread_fingerprint_mismatch',
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Threads do not support this request.","details":{"error_code":"thread_unsupported_request"}}}',
      cause: 'thread-unsupported-request',
    },
    {
      text: '400 messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation.',
      cause: 'thinking-binding-mismatch',
    },
  ],
};
