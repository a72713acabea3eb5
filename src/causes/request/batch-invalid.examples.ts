import type { CauseExamples } from '../examples.ts';

/** Reports of invalid batches, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"requests.12.custom_id: String should match pattern \'^[a-zA-Z0-9_-]{1,64}$\'"}}',
      facts: { path: 'requests.12.custom_id' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'requests: List should have at least 1 item after validation, not 0'}}",
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"requests.0.params.max_tokens: Field required"}}',
      facts: { path: 'requests.0.params.max_tokens' },
    },
    {
      text: 'NotFoundError: 404 {"type":"error","error":{"type":"not_found_error","message":"Message Batch msgbatch_01Example not found"}}',
      facts: { status: 404 },
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Message Batch msgbatch_01Example has no available results."}}',
      cause: 'batch-results-unavailable',
    },
    {
      text: 'openai.BadRequestError: The batch input file contains duplicate custom_id values, gpt-4o-mini',
      cause: 'none',
    },
  ],
};
