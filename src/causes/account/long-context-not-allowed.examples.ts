import type { CauseExamples } from '../examples.ts';

/** Reports of a long context window that is not open, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The long context beta is not yet available for this subscription."},"request_id":"req_011CExampleLong1"}',
      facts: { status: 400, errorType: 'invalid_request_error' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'The long context beta is not yet available for this organization.'}}",
    },
    {
      text: 'AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"The long context beta is n',
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Extra usage is required for long context requests."}}',
      cause: 'extra-usage-required',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 208311 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
  ],
};
