import type { CauseExamples } from '../examples.ts';

/** Reports of a name that does not resolve, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `APIConnectionError: Connection error.
    at Anthropic.makeRequest (file:///srv/app/node_modules/@anthropic-ai/sdk/client.mjs:310:19)
    at async summarize (file:///srv/app/summarize.mjs:12:18) {
  cause: TypeError: fetch failed
      at node:internal/deps/undici/undici:13510:13 {
    [cause]: Error: getaddrinfo ENOTFOUND api.anthropic.com
        at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26) {
      errno: -3008,
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: 'api.anthropic.com'
    }
  }
}`,
      facts: { errno: 'ENOTFOUND', host: 'api.anthropic.com' },
    },
    {
      text: `httpcore.ConnectError: [Errno -3] Temporary failure in name resolution

The above exception was the direct cause of the following exception:

anthropic.APIConnectionError: Connection error.`,
    },
    {
      text: "HTTPSConnectionPool(host='api.anthropic.com', port=443): Max retries exceeded with url: /v1/messages (Caused by NameResolutionError(\"<urllib3.connection.HTTPSConnection object at 0x7f3a>: Failed to resolve 'api.anthropic.com' ([Errno -2] Name or service not known)\"))",
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": dial tcp: lookup api.anthropic.com on 127.0.0.11:53: no such host',
    },
    {
      text: `com.anthropic.errors.AnthropicIoException: Request failed
Caused by: java.net.UnknownHostException: api.anthropic.com: nodename nor servname provided, or not known`,
    },
    { text: 'curl: (6) Could not resolve host: api.anthropic.com' },
    {
      text: 'error sending request for url (https://api.anthropic.com/v1/messages): error trying to connect: dns error: failed to lookup address information: nodename nor servname provided, or not known',
    },
    {
      text: `Anthropic.Exceptions.AnthropicIOException: I/O exception
 ---> System.Net.Http.HttpRequestException: No such host is known. (api.anthropic.com:443)`,
    },
    {
      text: '2026-03-04T08:15:11.912Z error [worker-2] claude call failed: getaddrinfo EAI_AGAIN api.anthropic.com',
      facts: { errno: 'EAI_AGAIN' },
    },
    {
      text: 'PHP Fatal error: Uncaught GuzzleHttp\\Exception\\ConnectException: cURL error 6: Could not resolve host: api.anthropic.com (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for https://api.anthropic.com/v1/messages',
    },
  ],
  spares: [
    {
      text: 'Error: connect ECONNREFUSED 127.0.0.1:4000 (ANTHROPIC_BASE_URL=http://localhost:4000, model claude-sonnet-5)',
      cause: 'connection-refused',
    },
    { text: 'Error: getaddrinfo ENOTFOUND registry.npmjs.org', cause: 'none' },
    { text: 'Error: getaddrinfo ENOTFOUND db.internal, postgres:5432 unreachable', cause: 'none' },
  ],
};
