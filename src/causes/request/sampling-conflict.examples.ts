import type { CauseExamples } from '../examples.ts';

/** Reports of refused sampling parameters, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"`temperature` and `top_p` cannot both be specified for this model. Please use only one."},"request_id":"req_011CExampleSampl1"}',
      facts: { requestId: 'req_011CExampleSampl1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '`top_k` is deprecated for this model.'}}",
      facts: { status: 400 },
    },
    {
      text: 'AI_APICallError: temperature: Extra inputs are not permitted\n    statusCode: 400,\n    responseBody: \'{"type":"error","error":{"type":"invalid_request_error","message":"temperature: Extra inputs are not permitted"}}\'',
      facts: { status: 400, path: 'temperature' },
    },
    {
      text: 'ValidationException: The model returned the following errors: `temperature` and `top_p` cannot both be spec',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"`temperature` may only be set to 1 when thinking is enabled."}}',
      cause: 'thinking-param-conflict',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"temperature: range: 0..1"}}',
      cause: 'field-invalid',
    },
  ],
};
