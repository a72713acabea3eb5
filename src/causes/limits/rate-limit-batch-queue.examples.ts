import type { CauseExamples } from '../examples.ts';

/** Reports of a full batch queue, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'POST /v1/messages/batches 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s limit of 200,000 batch requests in the processing queue."},"request_id":"req_011CExampleQueue1"}',
      facts: { status: 429, errorType: 'rate_limit_error' },
      certainty: 'likely',
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Too many batch requests in the processing queue.'}}",
      certainty: 'likely',
    },
    {
      text: '{"type":"error","error":{"type":"rate_limit_error","message":"Your batch queue has reached its rate limit"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of requests has exceeded your per-minute rate limit"}}',
      cause: 'rate-limit-requests',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Message Batch msgbatch_01Example has no available results."}}',
      cause: 'batch-results-unavailable',
    },
  ],
};
