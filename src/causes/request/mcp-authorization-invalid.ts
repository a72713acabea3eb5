import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Server {
  readonly name: string | undefined;
}

const name = /MCP server ["'`]([^"'`\n]{1,100})["'`]/i;

/** An MCP server of the request refused the token that came with it. */
export const mcpAuthorizationInvalid = defineCause<Server>({
  id: 'mcp-authorization-invalid',
  refines: 'mcp-config-invalid',
  title: 'An MCP server refused its authorization token',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'invalid authorization token for mcp server' },
    { says: ['authorization token for mcp server'] },
    { says: ['authentication error while communicating with mcp server'] },
    { says: ['mcp server', 'requires authentication'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['mcp server', 'unauthorized'], type: 'invalid_request_error', certainty: 'likely' },
  ],
  recognize: ({ reading }, hit) => recognized(hit, { name: name.exec(reading?.flat ?? '')?.[1] }),
  explain: (server) =>
    `The API reached ${server?.name === undefined ? 'an MCP server of the request' : `the MCP server \`${server.name}\``}, and the server did not accept the \`authorization_token\` that the request gives for it. Your Claude credential is not in question.`,
  remedies: () => [
    {
      action:
        'Get a fresh OAuth access token for that server and put it into `authorization_token`; an API key of the service behind it is usually not one.',
      run: 'npx @modelcontextprotocol/inspector',
    },
    { action: 'Give the bare token, without `Bearer ` before it, and refresh it before it expires: the API does not.' },
    {
      action: 'Try the token against the server itself.',
      run: "curl -i https://mcp.example.com/mcp -H 'authorization: Bearer TOKEN'",
    },
  ],
  docs: pages.mcpConnector,
});
