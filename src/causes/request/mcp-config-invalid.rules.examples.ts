import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'mcp-config-invalid';
const beta = (value: string) => ({
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': value },
  headersKnown: true,
});
const newBeta = beta('mcp-client-2025-11-20');
const server = (members: JsonObject = {}): JsonObject => ({
  type: 'url',
  name: 'rivers',
  url: 'https://mcp.example.com/rivers',
  ...members,
});
const toolset = (name = 'rivers'): JsonObject => ({ type: 'mcp_toolset', mcp_server_name: name });
const request = (servers: readonly JsonObject[], tools: readonly JsonObject[]) => ({
  body: exampleRequest({ mcp_servers: servers, tools }),
  ...newBeta,
});
const sound = request([server()], [toolset()]);

/** Requests whose MCP servers and toolsets do not fit, each with its nearest accepted neighbor. */
export const mcpConfigInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'mcp',
    breaks: request([server()], []),
    expected: {
      cause,
      path: '',
      message: "MCP server 'rivers' is defined but not referenced by any mcp_toolset in tools.",
    },
    spares: { body: exampleRequest({ mcp_servers: [server()] }), ...beta('mcp-client-2025-04-04') },
  },
  {
    row: 'mcp-unknown-server',
    breaks: request([server()], [toolset(), toolset('lakes')]),
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.1.mcp_toolset.mcp_server_name',
      message: 'No server in `mcp_servers` is named `lakes`.',
    },
    spares: request([server(), server({ name: 'lakes' })], [toolset(), toolset('lakes')]),
  },
  {
    row: 'mcp-toolset-duplicate',
    breaks: request([server()], [toolset(), toolset()]),
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.1',
      message: 'The server `rivers` has two toolsets; each server has exactly one.',
    },
    spares: sound,
  },
  {
    row: 'mcp-name-duplicate',
    breaks: request([server(), server({ url: 'https://mcp.example.com/lakes' })], [toolset()]),
    expected: {
      cause,
      severity: 'warning',
      path: 'mcp_servers.1.name',
      message: 'Two MCP servers are named `rivers`; names must be unique.',
    },
    spares: sound,
  },
  {
    row: 'mcp-url',
    breaks: request([server({ url: 'http://localhost:3000/mcp' })], [toolset()]),
    expected: {
      cause,
      severity: 'warning',
      path: 'mcp_servers.0.url',
      message: 'The URL of an MCP server must begin with https://.',
    },
    spares: sound,
  },
  {
    row: 'mcp-platform',
    breaks: {
      ...sound,
      body: exampleRequest({ model: 'claude-haiku-4-5@20251001', mcp_servers: [server()], tools: [toolset()] }),
      platform: 'vertex',
    },
    expected: {
      cause,
      severity: 'warning',
      path: 'mcp_servers',
      message: 'The MCP connector is not available on Google Cloud.',
    },
    spares: sound,
  },
  {
    row: 'mcp-count',
    breaks: request(
      numbered(21),
      numbered(21).map(({ name }) => toolset(String(name))),
    ),
    expected: {
      cause,
      severity: 'warning',
      path: 'mcp_servers',
      message: 'The request has 21 MCP servers; 20 are allowed.',
    },
    spares: request(
      numbered(20),
      numbered(20).map(({ name }) => toolset(String(name))),
    ),
  },
];

function numbered(count: number): readonly JsonObject[] {
  return Array.from({ length: count }, (_, index) => server({ name: `rivers_${index}` }));
}
