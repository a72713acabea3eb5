import type { CauseExamples } from '../examples.ts';

/** Reports of a proxy that asks for credentials, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'OSError: Tunnel connection failed: 407 Proxy Authentication Required (api.anthropic.com)',
      facts: { status: 407 },
    },
    {
      text: 'APIConnectionError: Connection error. cause: RequestAbortedError: Proxy response (407) !== 200 when HTTP Tunneling; @anthropic-ai/sdk',
    },
    {
      text: 'TypeError: fetch failed\n  [cause]: RequestAbortedError [AbortError]: Proxy response (407) !== 200 when HTTP Tunneling\n    code: UND_ERR_ABORTED\n  at @anthropic-ai/sdk',
    },
    {
      text: `HTTP/1.1 407 Proxy Authentication Required
Proxy-Authenticate: NTLM
Via: 1.1 proxy01

$ curl https://api.anthropic.com/v1/messages`,
      facts: { status: 407 },
    },
    {
      text: `java.io.IOException: Failed to authenticate with proxy
	at okhttp3.internal.connection.RealConnection.createTunnel
	at com.anthropic.client.okhttp.OkHttpClient.execute`,
    },
    {
      text: 'curl: (97) User was rejected by the SOCKS5 server (1 1).   # https://api.anthropic.com/v1/messages',
    },
    {
      text: 'anthropic.APIConnectionError: Connection error. <- httpx.ProxyError: Requested NO AUTHENTICATION REQUIRED from proxy server, but got NO ACCEPTABLE METHODS.',
    },
    {
      text: `APIConnectionError: Connection error.
    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/src/client.ts:533:15)
  [cause]: TypeError: fetch failed
    [cause]: Socks5ProxyError: Authentication failed
      code: 'UND_ERR_SOCKS5_AUTH_FAILED'`,
    },
    { text: 'net::ERR_PROXY_AUTH_REQUESTED while fetching https://api.anthropic.com/v1/messages' },
  ],
  spares: [
    {
      text: 'Error code: 401 - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
    { text: 'Proxy response (502) !== 200 when HTTP Tunneling, api.anthropic.com', cause: 'proxy-failure' },
  ],
};
