import type { CauseExamples } from '../examples.ts';

/** Reports of a faulty MCP set-up, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"mcp_servers.0.url: Input should be a valid URL with https scheme"}}',
      facts: { path: 'mcp_servers.0.url' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'mcp_servers.1.name: Field required'}}",
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.mcp_toolset.mcp_server_name: Field required"}}',
      facts: { status: 400 },
    },
    { text: "AI_APICallError: MCP server 'docs' not found in mcp_servers definition (anthropic, 400)" },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"mcp_servers: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
    {
      text: 'anthropic:\n  mcp_servers:\n    - name: notes\n\nAPI Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      cause: 'overloaded',
    },
    { text: 'MCP server "filesystem" failed to start: spawn npx ENOENT', cause: 'none' },
  ],
};
