import type { CauseExamples } from '../examples.ts';

/** Reports of an orphaned tool result, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_01ExampleOrphan. Each `tool_result` block must have a corresponding `tool_use` block in the previous message."}}',
      facts: { path: 'messages.0.content.0' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: `tool_result` block(s) provided when previous message does not contain any `tool_use` blocks'}}",
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.31.content.1: unexpected\n     `tool_use_id` found in `advisor_tool_result` blocks: srvtoolu_01Example. Each `advisor_tool_result` block must have a\n     corresponding `server_tool_use` block before it."}}',
      facts: { status: 400 },
    },
    {
      text: '{"message":"Provider returned error","code":400,"metadata":{"raw":"{\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"messages.2.content.0: unexpected `tool_use_id` found in `tool_res',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.3: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example."}}',
      cause: 'tool-result-missing',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.1: each tool_use must have a single result. Found multiple `tool_result` blocks with id: toolu_01Example"}}',
      cause: 'tool-use-duplicate',
    },
  ],
};
