import type { CauseExamples } from '../examples.ts';

/** Reports of blank stop sequences, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"stop_sequences: each stop sequence must contain non-whitespace"}}',
      facts: { path: 'stop_sequences' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'stop_sequences: each stop sequence must contain non-whitespace'}}",
      facts: { status: 400 },
    },
    {
      text: 'litellm.BadRequestError: AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"stop_sequences: each stop sequence must contain non-whites',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"stop_sequences.1: Input should be a valid string"}}',
      cause: 'field-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: text content blocks must contain non-whitespace text"}}',
      cause: 'content-empty',
    },
  ],
};
