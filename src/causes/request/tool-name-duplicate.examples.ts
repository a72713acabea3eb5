import type { CauseExamples } from '../examples.ts';

/** Reports of tools with the same name, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"tools: Tool names must be unique."},"request_id":"req_011CExampleNames1"}',
      facts: { path: 'tools' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'tools: Tool names must be unique.'}}",
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.6.content.0: that name is taken","details":{"error_code":"tool_name_conflict"}}}',
      facts: { errorCode: 'tool_name_conflict' },
    },
    {
      text: 'Caused by: {"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"tools: Tool names must be uni',
    },
  ],
  spares: [
    {
      text: 'When two MCP servers are merged we should handle duplicate tool names before the tools are registered.',
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.1: `tool_use` ids must be unique"}}',
      cause: 'tool-use-duplicate',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.1.custom.name: String should match pattern \'^[a-zA-Z0-9_-]{1,128}$\'"}}',
      cause: 'tool-name-invalid',
    },
  ],
};
