import type { CauseExamples } from '../examples.ts';

/** Reports of an overload, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011CExampleOverloaded"}',
      facts: { status: 529, errorType: 'overloaded_error', requestId: 'req_011CExampleOverloaded' },
    },
    {
      text: "anthropic.InternalServerError: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}",
    },
    {
      text: `event: error
data: {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}`,
    },
    {
      text: 'litellm.InternalServerError: AnthropicException - {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}. Received Model Group=claude-sonnet-5',
    },
    { text: 'API Error: Repeated 529 Overloaded errors · check status.claude.com' },
    {
      text: '{"error":{"code":503,"details":[{"reason":"MODEL_CAPACITY_EXHAUSTED"}],"message":"No capacity available for model claude-sonnet-4-6 on the server","status":"UNAVAILABLE"}}',
      certainty: 'likely',
    },
    {
      text: `AI_RetryError: Failed after 3 attempts. Last error: Overloaded
  lastError: AI_APICallError: Overloaded statusCode: 529 provider anthropic.messages`,
    },
    {
      text: "anthropic.APIStatusError: {'type': 'error', 'error': {'details': None, 'type': 'overloaded_error', 'message': 'Overlo",
    },
    {
      text: 'com.anthropic.errors.InternalServerException: 529: {type=error, error={type=overloaded_error, message=Overloaded}}',
    },
  ],
  spares: [
    {
      text: 'Please add retries with backoff for the 529 overloaded answers of Anthropic; the number of attempts could be a setting.',
      cause: 'none',
    },
    {
      text: '{"type":"error","error":{"type":"api_error","message":"Internal server error"}}',
      cause: 'internal-error',
    },
    {
      text: '{"type":"error","error":{"type":"overloaded_error","message":"Compaction is temporarily unavailable.","details":{"error_code":"compaction_unavailable"}}}',
      cause: 'compaction-unavailable',
    },
    { text: 'openai.InternalServerError: Error code: 503 - The engine is currently overloaded, gpt-4o', cause: 'none' },
    {
      text: '✓ retries a 529 of Claude\n✓ gives up after three overloaded_error answers\n\nTests  2 passed',
      cause: 'none',
    },
  ],
};
