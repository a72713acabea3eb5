import type { CauseExamples } from '../examples.ts';

/** Reports of batch results that cannot be had, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"not_found_error","message":"Message Batch msgbatch_01ExampleBatch has no available results."},"request_id":"req_011CExampleBatch1"}',
      facts: { errorType: 'not_found_error' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'Message Batch msgbatch_01ExampleBatch has no available results.'}}",
      facts: { status: 404 },
    },
    {
      text: 'AnthropicError: No batch `results_url`; Has it finished processing? in_progress - msgbatch_01ExampleBatch\n    at Batches.results (node_modules/@anthropic-ai/sdk/resources/messages/batches.js:110:19)',
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Message Batch msgbatch_01Example not found"}}',
      cause: 'batch-invalid',
    },
    { text: 'Search finished: your query has no available results.', cause: 'none' },
  ],
};
