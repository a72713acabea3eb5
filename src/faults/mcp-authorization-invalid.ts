import { defineFault } from '../core/fault.ts';

/** Is refused by an MCP server. */
export const mcpAuthorizationInvalid = defineFault({
  id: 'mcp-authorization-invalid',
  cause: 'mcp-authorization-invalid',
  summary: 'Is refused by an MCP server',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: "Invalid authorization token for MCP server 'calendar'. Please check your token and try again.",
  },
});
