import type { CauseExamples } from '../examples.ts';

/** Reports of refused tool names, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"tools.7.custom.name: String should match pattern \'^[a-zA-Z0-9_-]{1,128}$\'"}}',
      facts: { path: 'tools.7.custom.name' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'tools.0.custom.name: String should have at most 64 characters'}}",
      facts: { status: 400 },
    },
    {
      text: "ValidationException: 1 validation error detected: Value 'weather.get' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.4.content.1\n     .tool_use.name: String should have at least 1 character"}}',
      facts: { status: 400 },
    },
    {
      text: "Request failed: tools.0.text_editor_20250728.name: Input should be 'str_replace_based_edit_tool' [invalid_request_error]",
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools: Tool names must be unique."}}',
      cause: 'tool-name-duplicate',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.name: Field required"}}',
      cause: 'field-missing',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"requests.3.custom_id: String should match pattern \'^[a-zA-Z0-9_-]{1,64}$\'"}}',
      cause: 'batch-invalid',
    },
  ],
};
