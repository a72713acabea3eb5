import type { CauseExamples } from '../examples.ts';

/** Reports of tool types that are not available, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"tools.2: Input tag \'memory_20250818\' found using \'type\' does not match any of the expected tags: \'bash_20250124\', \'custom\', \'web_search_20250305\'"}}',
      facts: { path: 'tools.2' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"'claude-haiku-5-5' does not support tool types: computer_20251124. Did you mean one of computer_toolset_20260801?\"}}",
      facts: { status: 400 },
    },
    {
      text: "API Error: 400 tools.0: Input tag 'function' found using 'type' does not match any of the expected tags: 'bash_20250124', 'custom' (new-api claude channel)",
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: Malformed input request: #/tools/0/type: web_search_20250305 is not a valid enum value, please reformat your input and try again. (anthropic.claude-sonnet-4)',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.1: Input tag \'image_url\' found using \'type\' does not match any of the expected tags: \'document\', \'image\', \'text\'"}}',
      cause: 'content-block-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.1.custom.input_schema.type: Field required"}}',
      cause: 'tool-schema-invalid',
    },
  ],
};
