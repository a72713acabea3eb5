import type { CauseExamples } from '../examples.ts';

/** Reports of trailing white space, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages: final assistant content cannot end with trailing whitespace"},"request_id":"req_011CExampleTrail1"}',
      facts: { path: 'messages' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: final assistant content cannot end with trailing whitespace'}}",
      facts: { status: 400 },
    },
    {
      text: 'litellm.BadRequestError: BedrockException - {"message":"The model returned the following errors: messages: final assistant content cannot end with trailing whitespace"}',
    },
    { text: 'ValidationException: messages: final assistant content cannot end with trai', certainty: 'proven' },
  ],
  spares: [
    { text: 'src/assistant.py:14:80: W291 trailing whitespace', cause: 'none' },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: text content blocks must contain non-whitespace text"}}',
      cause: 'content-empty',
    },
  ],
};
