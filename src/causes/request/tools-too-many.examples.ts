import type { CauseExamples } from '../examples.ts';

/** Reports of too many tools, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.4: the limit of available tools is exceeded","details":{"error_code":"available_tools_limit_exceeded"}}}',
      facts: { errorCode: 'available_tools_limit_exceeded' },
    },
    {
      text: "anthropic.AvailableToolsLimitExceededError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'limit', 'details': {'error_code': 'available_tools_limit_exceeded'}}}",
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools: List should have at most 128 items after validation, not 201"}}',
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Too many strict tools (24). The maximum number of strict tools supported is 20. Try reducing the number of tools marked as strict."}}',
      cause: 'output-format-invalid',
    },
    {
      text: "openai.BadRequestError: Invalid 'tools': array too long. Expected an array with maximum length 128, but got an array with length 140 instead. gpt-4o",
      cause: 'none',
    },
  ],
};
