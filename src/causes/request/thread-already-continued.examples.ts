import type { CauseExamples } from '../examples.ts';

/** Reports of responses that were continued twice, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The previous message was continued already.","details":{"error_code":"thread_already_continued"}},"request_id":"req_011CExampleThread1"}',
      facts: { errorCode: 'thread_already_continued', requestId: 'req_011CExampleThread1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Cannot continue thread', 'details': {'error_code': 'thread_already_continued'}}}",
      facts: { status: 400 },
    },
    { text: 'level=error provider=anthropic status=400 error_code=thread_already_continued' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Another request continues it.","details":{"error_code":"thread_continue_in_flight"}}}',
      cause: 'thread-continue-in-flight',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Thread not found.","details":{"error_code":"thread_not_found"}}}',
      cause: 'thread-not-found',
    },
  ],
};
