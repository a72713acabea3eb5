import type { CauseExamples } from '../examples.ts';

/** Reports of invalid tool call ids, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.9.content.1.tool_use.id: String should match pattern \'^[a-zA-Z0-9_-]+$\'"}}',
      facts: { path: 'messages.9.content.1.tool_use.id' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.2.content.0.tool_result.tool_use_id: Field required'}}",
      facts: { status: 400 },
    },
    {
      text: "ValidationException: 1 validation error detected: Value 'call:7' at 'messages.2.member.content.1.member.toolUse.toolUseId' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
    },
    {
      text: "AI_APICallError: messages.4.content.2.server_tool_use.id: String should match pattern '^srvtoolu_[a-zA-Z0-9_]+$' statusCode: 400",
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.3.custom.name: String should match pattern \'^[a-zA-Z0-9_-]{1,128}$\'"}}',
      cause: 'tool-name-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.2: `tool_use` ids must be unique"}}',
      cause: 'tool-use-duplicate',
    },
  ],
};
