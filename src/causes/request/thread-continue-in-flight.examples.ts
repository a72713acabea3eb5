import type { CauseExamples } from '../examples.ts';

/** Reports of two requests on one response, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Another request is in progress.","details":{"error_code":"thread_continue_in_flight"}},"request_id":"req_011CExampleThread2"}',
      facts: { errorCode: 'thread_continue_in_flight' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Busy', 'details': {'error_code': 'thread_continue_in_flight'}}}",
      facts: { status: 400 },
    },
    {
      text: '[worker-2] claude: 400 thread_continue_in_flight (req_011CExampleThread3)',
      facts: { requestId: 'req_011CExampleThread3' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Continued already.","details":{"error_code":"thread_already_continued"}}}',
      cause: 'thread-already-continued',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of concurrent connections has exceeded your rate limit."}}',
      cause: 'rate-limit-concurrency',
    },
  ],
};
