import type { CauseExamples } from '../examples.ts';

/** Reports of retired models, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '2026-05-02T10:11:12Z ERROR 404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-5-sonnet-20241022"},"request_id":"req_011CExampleRetired1"}',
      facts: { status: 404, requestId: 'req_011CExampleRetired1' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'model: claude-3-opus-20240229'}}",
      certainty: 'likely',
      facts: { status: 404 },
    },
    {
      text: 'ResourceNotFoundException: This model version has reached the end of its life. Please refer to the AWS documentation for more details. (us.anthropic.claude-3-5-haiku-20241022-v1:0)',
      facts: { errorType: 'ResourceNotFoundException' },
    },
    {
      text: 'An error occurred (ResourceNotFoundException) when calling the Converse operation: Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock',
      facts: { errorType: 'ResourceNotFoundException' },
    },
  ],
  spares: [
    {
      text: '2025-06-01T09:00:00Z 404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-5-sonnet-20241022"}}',
      cause: 'model-access-denied',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-5-sonet-20241022"}}',
      cause: 'model-not-found',
    },
  ],
};
