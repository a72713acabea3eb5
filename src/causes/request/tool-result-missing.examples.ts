import type { CauseExamples } from '../examples.ts';

/** Reports of a missing tool result, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.12: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example. Each `tool_use` block must have a corresponding `tool_result` block in the next message."}}',
      facts: { status: 400, errorType: 'invalid_request_error', path: 'messages.12' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.4: Did not find 2 `tool_result` block(s) at the beginning of this message. Messages following `tool_use` blocks must begin with a matching number of `tool_result` blocks.'}}",
      facts: { status: 400, path: 'messages.4' },
    },
    {
      text: 'An error occurred (ValidationException) when calling the ConverseStream operation: Expected toolResult blocks at messages.6.content for the following Ids: tooluse_AbCdEfGhIjKlMnOpQrStUv',
    },
    {
      text: '▏ API error (HTTP 400 Bad Request invalid_request_error): messages.9: `tool_use` ids were found without `tool_result` blocks immedia\n▏    tely after: toolu_bdrk_01Example',
    },
    {
      text: 'API Error: 400 due to tool use concurrency issues. Run /rewind to recover the conversation.',
      certainty: 'likely',
    },
    {
      text: 'AI_MissingToolResultsError: Tool result is missing for tool call toolu_01ExampleCall.\n    at convertToLanguageModelPrompt (node_modules/ai/dist/index.mjs:900:13) claude-sonnet-4-5',
      certainty: 'likely',
    },
    {
      text: 'ValueError: Found AIMessages with tool_calls that do not have a corresponding ToolMessage. Here are the first few of those tool calls: [{"name": "search", "id": "toolu_01ExampleGraph"}]',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_01Example. Each `tool_result` block must have a corresponding `tool_use` block in the previous message."}}',
      cause: 'tool-result-orphan',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.3: `web_search` tool use with id `srvtoolu_01Example` was found without a corresponding `web_search_tool_result` block"}}',
      cause: 'server-tool-result-missing',
    },
    {
      text: "openai.BadRequestError: Error code: 400 - {'error': {'message': \"An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.\", 'type': 'invalid_request_error', 'param': 'messages.[3].role'}} model gpt-4o",
      cause: 'none',
    },
  ],
};
