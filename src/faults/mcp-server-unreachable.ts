import { defineFault } from '../core/fault.ts';

/** Cannot reach an MCP server. */
export const mcpServerUnreachable = defineFault({
  id: 'mcp-server-unreachable',
  cause: 'mcp-server-unreachable',
  summary: 'Cannot reach an MCP server',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: "Failed to connect to MCP server 'search'. Please check the server URL.",
  },
});
