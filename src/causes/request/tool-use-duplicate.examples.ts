import type { CauseExamples } from '../examples.ts';

/** Reports of doubled tool calls and results, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.11.content.2: `tool_use` ids must be unique"},"request_id":"req_011CExampleTwice1"}',
      facts: { path: 'messages.11.content.2' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.6.content.1: each tool_use must have a single result. Found multiple `tool_result` blocks with id: toolu_01ExampleTwice'}}",
      facts: { status: 400 },
    },
    {
      text: 'An error occurred (ValidationException) when calling the Converse operation: The toolUse blocks at messages.3.content contain duplicate Ids: tooluse_ExampleTwice',
    },
    {
      text: '  ⎿  API Error: 400 {"error":{"message":"litellm.BadRequestError: AnthropicException - {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"messages.\n     5.content.1: `tool_use` ids must be\n     unique\\"}}"}}',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools: Tool names must be unique."}}',
      cause: 'tool-name-duplicate',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.tool_use.id: String should match pattern \'^[a-zA-Z0-9_-]+$\'"}}',
      cause: 'tool-use-id-invalid',
    },
  ],
};
