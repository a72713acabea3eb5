import type { CauseExamples } from '../examples.ts';

/** Reports of a failure inside the service, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '500 {"type":"error","error":{"type":"api_error","message":"Internal server error"},"request_id":"req_011CExampleInternal"}',
      facts: { status: 500, errorType: 'api_error', requestId: 'req_011CExampleInternal' },
    },
    {
      text: "anthropic.InternalServerError: Error code: 500 - {'type': 'error', 'error': {'type': 'api_error', 'message': 'Internal server error'}}",
    },
    {
      text: '⎿  API Error: 500 {"type":"error","error":{"type":"api_error","message":"Internal server error"},"request_id":"req_011CExam',
    },
    {
      text: `event: error
data: {"type":"error","error":{"details":null,"type":"api_error","message":"Internal server error"}}`,
    },
    {
      text: 'An error occurred (InternalServerException) when calling the InvokeModel operation: The system encountered an unexpected error during processing. Try your request again.',
      facts: { errorType: 'InternalServerException' },
    },
    {
      text: 'litellm.InternalServerError: AnthropicException - {"type":"error","error":{"type":"api_error","message":"Something went wrong on our side"}}',
    },
  ],
  spares: [
    { text: 'GET https://shop.example.com/orders\nHTTP/1.1 500 Internal Server Error\nserver: nginx', cause: 'none' },
    { text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', cause: 'overloaded' },
    {
      text: '500 {"error":{"message":"litellm.BadRequestError: AnthropicException - {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"messages: at least one message is required\\"}}","code":"500"}}',
      cause: 'messages-empty',
    },
    {
      text: 'API Error: 500 Streaming is required for operations that may take longer than 10 minutes.',
      cause: 'streaming-required',
    },
  ],
};
