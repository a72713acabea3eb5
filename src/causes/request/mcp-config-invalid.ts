import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Connector {
  readonly path: string | undefined;
}

/** `mcp_servers` or an MCP toolset of the request is not valid. */
export const mcpConfigInvalid = defineCause<Connector>({
  id: 'mcp-config-invalid',
  refines: 'field-invalid',
  title: 'The MCP connector is not set up correctly',
  locus: 'request',
  retry: 'no',
  signs: [
    {
      says: 'mcp_servers',
      pattern:
        /\bmcp_servers[\w.-]{0,100}:\s+(?!Extra)[^\n]{0,90}?\b(?:must|should|required|can't|cannot|not|invalid|un\w+|duplicate|exceeds?|too|at (?:most|least))\b/i,
    },
    { says: '.mcp_toolset', pattern: /\btools\.\d+\.mcp_toolset[\w.-]{0,100}:\s+(?!Extra)/ },
    { says: ['mcp_toolset', 'mcp_server'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['mcp server', 'not found in mcp_servers'] },
    { says: ['mcp server', 'must be referenced'], certainty: 'likely' },
    { says: ['mcp server names must be unique'] },
    {
      says: ['mcp_servers'],
      type: 'invalid_request_error',
      unless: ['extra inputs', 'for the anthropic-beta header'],
      certainty: 'likely',
    },
    { says: ['mcp server'], type: 'invalid_request_error', certainty: 'possible' },
    { says: ['mcp_servers:', 'authorization_token'], type: 'api_error', status: 500, certainty: 'possible' },
  ],
  recognize: (evidence, hit) => {
    const path = fieldPath(evidence);
    return recognized(hit, { path: path !== undefined && /mcp/.test(path) ? path : undefined });
  },
  explain: (connector) =>
    `The API does not accept ${named(connector?.path, 'the part of the request that sets up MCP servers')}. Each entry of \`mcp_servers\` needs a unique name and a public \`https\` URL, and with the current beta each server must be named by exactly one \`mcp_toolset\` in \`tools\`.`,
  remedies: () => [
    {
      action: 'Compare the request with the form of the beta that you send.',
      run: '"mcp_servers": [{"type": "url", "url": "https://mcp.example.com/sse", "name": "docs"}], "tools": [{"type": "mcp_toolset", "mcp_server_name": "docs"}]',
    },
    { action: 'Send the beta value that belongs to that form (`mcp-client-2025-11-20` for `mcp_toolset`).' },
    {
      action:
        'Only remote servers over `https` can be used; for a local one, use the MCP client of the SDK in your own process.',
    },
  ],
  docs: pages.mcpConnector,
});
