import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Server {
  readonly name: string | undefined;
}

const name = /MCP server ["'`]([^"'`\n]{1,100})["'`]/i;

/** The API could not connect to an MCP server that the request names. */
export const mcpServerUnreachable = defineCause<Server>({
  id: 'mcp-server-unreachable',
  refines: 'mcp-config-invalid',
  title: 'The API could not reach an MCP server of the request',
  locus: 'request',
  retry: 'maybe',
  signs: [
    { says: 'connection error while communicating with mcp' },
    { says: ['failed to connect to mcp server'], type: ['invalid_request_error', 'api_error'] },
    { says: ['could not connect to mcp server'], type: ['invalid_request_error', 'api_error'] },
    { says: ['timed out', 'mcp server'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['failed to connect to mcp server'], certainty: 'likely', shared: true },
  ],
  recognize: ({ reading, subject, client }, hit) => {
    if (hit.sign.shared && (subject !== 'claude' || client?.name === 'claude-code')) return undefined;
    return recognized(hit, { name: name.exec(reading?.flat ?? '')?.[1] });
  },
  explain: (server) =>
    `Anthropic's service, not your machine, connects to the MCP servers of a request, and it could not reach ${server?.name === undefined ? 'one of them' : `\`${server.name}\``}. A server that answers on your own network may still be closed to the internet, listen on another port or path, or turn the service away.`,
  remedies: (server) => [
    {
      action: `Make ${server?.name === undefined ? 'the server' : `\`${server.name}\``} reachable from the internet over \`https\` with a name and a valid certificate; addresses in private networks cannot work.`,
      run: 'curl -i https://mcp.example.com/mcp',
    },
    {
      action: "Let the addresses from which Anthropic's service connects through firewalls and bot protection.",
      run: '160.79.104.0/21',
    },
    { action: 'Check URL and transport: the path must be that of the streamable HTTP or SSE endpoint.' },
    { action: 'Try once more; then leave the server out of the request to confirm that the rest is fine.' },
  ],
  docs: pages.mcpConnector,
});
