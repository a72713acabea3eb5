import type { CauseExamples } from '../examples.ts';

/** Reports of an empty conversation, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages: at least one message is required"},"request_id":"req_011CExampleEmpty1"}',
      facts: { path: 'messages' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: at least one message is required'}}",
      facts: { status: 400 },
    },
    {
      text: 'litellm.exceptions.BadRequestError: litellm.BadRequestError: Invalid Message anthropic requires at least one non-system message. Received Model Group=claude-sonnet',
    },
    {
      text: 'ValidationException: Malformed input request: #/messages: expected minimum item count: 1, found: 0, please reformat your input and try again. (anthropic.claude-3-haiku)',
    },
    {
      text: 'AI_InvalidPromptError: Invalid prompt: messages must not be empty\n    at standardizePrompt (node_modules/ai/dist/index.mjs:1200:11)',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: Field required"}}',
      cause: 'field-missing',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0: user messages must have non-empty content"}}',
      cause: 'content-empty',
    },
  ],
};
