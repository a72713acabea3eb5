import type { CauseExamples } from '../examples.ts';

/** Reports of refused MCP tokens, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Invalid authorization token for MCP server \'calendar\'. Please check your token and try again."}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: "{'type': 'invalid_request_error', 'message': \"Invalid authorization token for MCP server 'wiki'. Please check your token and try again.\"}",
    },
    {
      text: 'event: error\ndata: {"type":"error","error":{"type":"invalid_request_error","message":"Authentication error while communicating with MCP server."}}',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Connection error while communicating with MCP server. The server may be unresponsive or unavailable."}}',
      cause: 'mcp-server-unreachable',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"mcp_servers.0.authorization_token: Input should be a valid string"}}',
      cause: 'mcp-config-invalid',
    },
  ],
};
