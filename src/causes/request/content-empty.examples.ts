import type { CauseExamples } from '../examples.ts';

/** Reports of empty content, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.8: all messages must have non-empty content except for the optional final assistant message"}}',
      facts: { path: 'messages.8' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: text content blocks must be non-empty'}}",
      facts: { status: 400 },
    },
    {
      text: 'API Error: 400 messages: text content blocks must contain non-whitespace text · claude-sonnet-4-5',
      facts: { status: 400 },
    },
    {
      text: 'An error occurred (ValidationException) when calling the Converse operation: The text field in the ContentBlock object at messages.2.content.0 is blank. Add text to the text field, and try again.',
    },
    {
      text: 'POST "https://api.anthropic.com/v1/messages": 400 Bad Request {"type":"error","error":{"type":"invalid_request_error","message":"messages.0: user messages must have non-emp',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.6.content.0.tool_result: content cannot be empty if `is_error` is true"}}',
    },
    {
      text: "An error occurred (ValidationException) when calling the Converse operation: 1 validation error detected: Value '[]' at 'messages.2.member.content' failed to satisfy constraint: Member must have length greater than or equal to 1",
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: final assistant content cannot end with trailing whitespace"}}',
      cause: 'content-trailing-whitespace',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: at least one message is required"}}',
      cause: 'messages-empty',
    },
  ],
};
