import type { CauseExamples } from '../examples.ts';

/** Reports of a connection that never came about, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `TypeError: fetch failed
    at node:internal/deps/undici/undici:12618:11
    at async Anthropic.fetchWithTimeout (/app/node_modules/@anthropic-ai/sdk/client.js:372:20) {
  [cause]: ConnectTimeoutError: Connect Timeout Error (attempted address: api.anthropic.com:443, timeout: 10000ms)
      code: 'UND_ERR_CONNECT_TIMEOUT'
}`,
      facts: { errno: 'UND_ERR_CONNECT_TIMEOUT', host: 'api.anthropic.com' },
    },
    {
      text: `httpx.ConnectTimeout: timed out

The above exception was the direct cause of the following exception:

anthropic.APITimeoutError: Request timed out.`,
    },
    {
      text: "HTTPSConnectionPool(host='api.anthropic.com', port=443): Max retries exceeded with url: /v1/messages (Caused by ConnectTimeoutError(<urllib3.connection.HTTPSConnection object at 0x10>, 'Connection to api.anthropic.com timed out. (connect timeout=5)'))",
    },
    { text: 'Post "https://api.anthropic.com/v1/messages": dial tcp 160.79.104.10:443: i/o timeout' },
    { text: 'connect ETIMEDOUT 160.79.104.10:443 (anthropic node, item 0)', facts: { errno: 'ETIMEDOUT' } },
    {
      text: `java.net.SocketTimeoutException: Connect timed out
	at com.anthropic.client.okhttp.OkHttpClient.execute(OkHttpClient.kt:61)`,
    },
    { text: 'curl: (28) Failed to connect to api.anthropic.com port 443 after 75004 ms: Timeout was reached' },
    { text: 'anthropic.APIConnectionError: Connection error. [Errno 101] Network is unreachable' },
    { text: 'Anthropic::Errors::APITimeoutError: Net::OpenTimeout execution expired' },
    {
      text: 'error sending request for url (https://api.anthropic.com/v1/messages): tcp connect error: Operation timed out (os error 110)',
    },
    {
      text: "curl: (28) Failed to connect to api.anthropic.com port 443 after 60001 ms: Couldn't connect to server",
    },
  ],
  spares: [
    { text: 'anthropic.APITimeoutError: Request timed out.', cause: 'response-timeout' },
    {
      text: 'Error: connect ENETUNREACH 2607:6bc0::10:443 - Local (:::0), host api.anthropic.com',
      cause: 'ipv6-unreachable',
    },
    { text: 'connect ETIMEDOUT 52.1.2.3:5432 (postgres)', cause: 'none' },
  ],
};
