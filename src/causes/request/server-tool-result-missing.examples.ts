import type { CauseExamples } from '../examples.ts';

/** Reports of server tool calls without result, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.5: `web_search` tool use with id `srvtoolu_01ExampleSearch` was found without a corresponding `web_search_tool_result` block"},"request_id":"req_011CExampleServer1"}',
      facts: { path: 'messages.5' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.1: `code_execution` tool use with id `srvtoolu_01ExampleCode` was found without a corresponding `code_execution_tool_result` block'}}",
      facts: { status: 400 },
    },
    {
      text: 'AI_APICallError: messages.3: `web_fetch` tool use with id `srvtoolu_01ExampleFetch` was found without a corresponding',
      certainty: 'proven',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.7: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example"}}',
      cause: 'tool-result-missing',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.7.content.2: unexpected `tool_use_id` found in `advisor_tool_result` blocks: srvtoolu_01Example."}}',
      cause: 'tool-result-orphan',
    },
  ],
};
