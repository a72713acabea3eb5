import type { CauseExamples } from '../examples.ts';

/** Reports of model ids of another platform, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Bedrock, anthropic.claude-sonnet-4-20250514-v1:0\n"The provided model identifier is invalid." for every message',
      facts: { platform: 'bedrock' },
      certainty: 'likely',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: us.anthropic.claude-sonnet-4-5-20250929-v1:0"},"request_id":"req_011CExamplePlat1"}',
      facts: { status: 404, requestId: 'req_011CExamplePlat1' },
    },
    { text: 'API Error (claude-haiku-4-5): 400 The provided model identifier is invalid.', facts: { status: 400 } },
    {
      text: '{"error":{"code":404,"message":"Publisher Model `projects/acme-prod/locations/us-east5/publishers/anthropic/models/claude-haiku-4-5-20251001` was not found or your project does not have access to it.","status":"NOT_FOUND"}}',
      facts: { errorType: 'NOT_FOUND' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'model: claude-sonnet-4-5@20250929'}}",
      facts: { status: 404 },
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-sonet-4-6"}}',
      cause: 'model-not-found',
    },
    {
      text: "ValidationException: Invocation of model ID anthropic.claude-sonnet-4-5-20250929-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
      cause: 'inference-profile-missing',
    },
  ],
};
