import { defineFault } from '../core/fault.ts';

/** Refuses the MCP servers. */
export const mcpConfigInvalid = defineFault({
  id: 'mcp-config-invalid',
  cause: 'mcp-config-invalid',
  summary: 'Refuses the MCP servers',
  deed: { kind: 'error', status: 400, type: 'invalid_request_error', message: 'mcp_servers.0.name: Field required' },
});
