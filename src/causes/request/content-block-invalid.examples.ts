import type { CauseExamples } from '../examples.ts';

/** Reports of content blocks that are not accepted, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.4.content.0: Input tag \'input_text\' found using \'type\' does not match any of the expected tags: \'document\', \'image\', \'text\', \'tool_result\', \'tool_use\'"}}',
      facts: { path: 'messages.4.content.0' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.1: `tool_result` blocks can only be in `user` messages'}}",
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: The ContentBlock object at messages.0.content.1 must set one of the following keys: text, image, document, toolUse, toolResult.',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.1.type: Field required"}}',
      facts: { path: 'messages.0.content.1.type' },
    },
    {
      text: 'com.amazonaws: messages.7.content: Conversation blocks and tool use blocks cannot be provided in the same turn. (Service: BedrockRuntime, Status Code: 400, Request ID: 0b1c2d3e-1111-4222-8333-944445555666)',
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0: Input tag \'web_search_20990101\' found using \'type\' does not match any of the expected tags: \'bash_20250124\', \'custom\'"}}',
      cause: 'tool-type-unsupported',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"metadata.user_id: Input should be a valid string"}}',
      cause: 'field-invalid',
    },
  ],
};
