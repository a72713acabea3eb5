import type { CauseExamples } from '../examples.ts';

/** Reports of a refused prefill, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"This model does not support assistant message prefill. The conversation must end with a user message."},"request_id":"req_011CExamplePrefill1"}',
      facts: { requestId: 'req_011CExamplePrefill1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'This model does not support assistant message prefill. The conversation must end with a user message.'}}",
      facts: { status: 400 },
    },
    {
      text: 'APICallError [AI_APICallError]: This model does not support assistant message prefill. The conversation must end with a user message.\n  url: https://api.anthropic.com/v1/messages, statusCode: 400',
      facts: { status: 400 },
    },
    {
      text: 'An error occurred (ValidationException) when calling the ConverseStream operation: The model returned the following errors: This model does not support assistant message pre',
      certainty: 'proven',
    },
    {
      text: 'ValidationException: The model returned the following errors: Your API request included an `assistant` message in the final position, which would pre-fill the assistant response. When using tools, this is not supported.',
    },
  ],
  spares: [
    {
      text: 'ValidationException: A conversation must start with a user message. Try again with a conversation that starts with a user message.',
      cause: 'role-order',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: final assistant content cannot end with trailing whitespace"}}',
      cause: 'content-trailing-whitespace',
    },
  ],
};
