import type { CauseExamples } from '../examples.ts';

/** Reports of a client that gave up waiting, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: '** (Req.TransportError) timeout, in MyApp.Anthropic.chat/2', certainty: 'likely' },
    { text: 'anthropic.APITimeoutError: Request timed out.' },
    {
      text: `APIConnectionTimeoutError: Request timed out.
    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/client.js:317:23)`,
    },
    {
      text: "TypeError: fetch failed (@anthropic-ai/sdk) [cause]: HeadersTimeoutError: Headers Timeout Error, code: 'UND_ERR_HEADERS_TIMEOUT'",
      facts: { errno: 'UND_ERR_HEADERS_TIMEOUT' },
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    },
    {
      text: 'litellm.Timeout: AnthropicException - litellm.Timeout: Connection timed out. Timeout passed=600.0, time taken=600.4 seconds',
    },
    { text: 'AxiosError: timeout of 60000ms exceeded, url: https://api.anthropic.com/v1/messages, code: ECONNABORTED' },
    { text: "HTTPSConnectionPool(host='api.anthropic.com', port=443): Read timed out. (read timeout=60)" },
    {
      text: `com.anthropic.errors.AnthropicIoException: Request failed
Caused by: java.net.SocketTimeoutException: timeout`,
    },
    {
      text: 'System.Threading.Tasks.TaskCanceledException: The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing. at Anthropic.Client',
    },
    { text: 'Anthropic::Errors::APITimeoutError: Net::ReadTimeout with #<TCPSocket:(closed)>' },
    {
      text: 'cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received for https://api.anthropic.com/v1/messages',
    },
    {
      text: 'DOMException [TimeoutError]: The operation was aborted due to timeout, while calling claude-sonnet-5 through @anthropic-ai/sdk',
    },
    { text: 'reqwest: operation timed out while calling https://api.anthropic.com/v1/messages', certainty: 'likely' },
  ],
  spares: [
    {
      text: 'httpx.ConnectTimeout: timed out -> anthropic.APITimeoutError: Request timed out.',
      cause: 'connect-timeout',
    },
    {
      text: '{"type":"error","error":{"type":"timeout_error","message":"Request timed out."}}',
      cause: 'gateway-timeout',
    },
    { text: 'psycopg2.OperationalError: connection to server at "db" (postgresql) timed out', cause: 'none' },
  ],
};
