import type { CauseExamples } from '../examples.ts';

/** Reports of a proxy that cannot be used, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.anthropic.com', port=443): Max retries exceeded with url: /v1/messages (Caused by ProxyError('Cannot connect to proxy.', NewConnectionError('[Errno 111] Connection refused')))",
    },
    {
      text: 'APIConnectionError: Connection error. cause: RequestAbortedError: Proxy response (403) !== 200 when HTTP Tunneling, @anthropic-ai/sdk',
    },
    {
      text: "ImportError: Using SOCKS proxy, but the 'socksio' package is not installed. Make sure to install httpx using `pip install httpx[socks]`. File site-packages/anthropic/_base_client.py",
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": proxyconnect tcp: dial tcp 10.2.0.5:8080: connect: connection refused',
    },
    { text: 'curl: (56) CONNECT tunnel failed, response 403 (https://api.anthropic.com)' },
    { text: "ValueError: Unknown scheme for proxy URL URL('socks://127.0.0.1:7897/') in anthropic/_base_client.py" },
    {
      text: 'java.io.IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 503 Service Unavailable", com.anthropic.errors',
    },
    {
      text: 'anthropic.APIConnectionError: Connection error. <- httpx.ProxyError: Proxy Server could not connect: Connection not allowed by ruleset.',
    },
    {
      text: `InvalidArgumentError: Invalid URL protocol: the URL must start with \`http:\` or \`https:\`.
    at Object.parseOrigin (node:internal/deps/undici/undici:1363:13)
    at new ProxyAgent (node:internal/deps/undici/undici:10853:27)
    at new EnvHttpProxyAgent (node:internal/deps/undici/undici:11010:36)
    at setupHttpProxy (node:internal/process/pre_execution:208:29) {
  code: 'UND_ERR_INVALID_ARG'
}
Node.js v24.21.0, HTTPS_PROXY=socks5h://127.0.0.1:1080 node ask-claude.js`,
    },
    {
      text: 'curl: (5) Could not resolve proxy: proxy.corp.example while calling https://api.anthropic.com/v1/messages',
    },
  ],
  spares: [
    {
      text: 'curl: (56) CONNECT tunnel failed, response 407 https://api.anthropic.com',
      cause: 'proxy-credentials-missing',
    },
    {
      text: 'connect ECONNREFUSED 127.0.0.1:4000, ANTHROPIC_BASE_URL=http://127.0.0.1:4000',
      cause: 'connection-refused',
    },
  ],
};
