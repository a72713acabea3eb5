import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, reachTheApi, saying } from '../connection.ts';

const definite = [
  'Cannot connect to proxy',
  'httpx.ProxyError',
  'httpx2.ProxyError',
  'httpcore.ProxyError',
  'Unable to determine SOCKS version',
  'Unable to connect to proxy',
  'Failed to connect to proxy',
  'Could not connect to proxy',
  'Tunnel connection failed',
  'CONNECT tunnel failed',
  'tunneling socket could not be established',
  'from proxy after CONNECT',
  'when HTTP Tunneling',
  'Unable to tunnel through proxy',
  'proxyconnect tcp',
  'proxy tunnel request to proxy',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_PROXY_TUNNEL',
  'SOCKSHTTPSConnectionPool',
  'Using SOCKS proxy, but the',
  'Missing dependencies for SOCKS support',
  'Unknown scheme for proxy URL',
  'Proxy URL had no scheme',
  'Proxy protocol must be',
  'UnsupportedProxyProtocol',
  'Unsupported proxy syntax',
  'Invalid proxy URL',
  'InvalidProxyURL',
  'Could not resolve proxy',
  "Couldn't resolve proxy",
  'Proxy CONNECT aborted',
  'Socks5 proxy rejected connection',
  'SOCKS5 authentication',
  'SOCKS5 connection failed',
  'UND_ERR_SOCKS5_',
  'Proxy Server could not connect',
  'SocksClientError',
  'SOCKS5 greeting failed',
  'SOCKS5 sign-in failed',
  'SOCKS5 connect failed',
  'Malformed reply from SOCKS server',
  'curl: (5)',
  'cURL error 5:',
  'curl: (97)',
  'squid/',
  'X-Squid-Error',
] as const;
const proxyPort =
  /(?:127\.0\.0\.1|localhost|::1)\]?:(?:7890|7891|7897|1080|1087|10808|10809|8118|3128|8888|20171|33210)\b/;

/** A proxy that stands in between cannot be used, or does not let the call through. */
export const proxyFailure = defineCause<string | undefined>({
  id: 'proxy-failure',
  title: 'The proxy does not let the call through',
  locus: 'network',
  retry: () => ({
    kind: 'no',
    because: 'The proxy will answer the same until its setting is changed or it runs again.',
  }),
  signs: [
    {
      errno: [
        'ERR_PROXY_CONNECTION_FAILED',
        'ERR_TUNNEL_CONNECTION_FAILED',
        'ERR_PROXY_AUTH_UNSUPPORTED',
        'ERR_PROXY_TUNNEL',
      ],
      shared: true,
    },
    ...saying(definite),
    // Node told to read the proxy variables ends at its start over a kind of proxy that it does not speak.
    { says: ['UND_ERR_INVALID_ARG', 'EnvHttpProxyAgent'], shared: true },
    { says: 'ProxyError', shared: true, certainty: 'likely' },
    { says: ['ECONNREFUSED', ':'], pattern: proxyPort, shared: true, certainty: 'possible' },
    { says: 'Connection refused', pattern: proxyPort, shared: true, certainty: 'possible' },
  ],
  retold: ['proxy authentication required', 'proxy refused', 'proxy rejected', '代理认证', '代理拒绝'],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details:
      /\b(?:socks5h?|https?):\/\/(?:[^\s@/"']{1,100}@)?((?:127\.0\.0\.1|localhost|[\w.-]*proxy[\w.-]*):\d{2,5})/.exec(
        evidence.reading?.flat ?? '',
      )?.[1],
  }),
  explain: (proxy, { response }) => {
    const which = proxy === undefined ? 'The proxy that the environment names' : `The proxy at \`${proxy}\``;
    const status = response?.status === undefined ? '' : ` It answered with ${response.status}.`;
    return `${which} could not be used for the call, so the request did not reach the API.${status} It is not running, its address or scheme is written wrongly, it does not allow the API's host, or a package for its kind (SOCKS) is missing.`;
  },
  remedies: (_, { reading }) => [
    {
      action: 'See which proxy is set; programs read these variables in upper and lower case.',
      run: 'env | grep -i _proxy',
    },
    ...(/socks/i.test(reading?.flat ?? '')
      ? [
          {
            action:
              'For a SOCKS proxy, install what the client needs (Python), name it as `socks5://` in `HTTPS_PROXY` (Node from 24.14.1), or use the HTTP port of the same proxy (Claude Code and older Node speak no SOCKS).',
            run: 'pip install "httpx[socks]"',
          },
        ]
      : []),
    {
      action: 'Try the proxy alone: 401 from the API means that it lets the call through.',
      run: `${reachTheApi} --proxy "$HTTPS_PROXY"`,
    },
    {
      action: 'If no proxy is needed, unset it, or except the API.',
      run: 'unset HTTPS_PROXY HTTP_PROXY ALL_PROXY; export NO_PROXY=api.anthropic.com',
    },
  ],
  docs: pages.claudeCodeNetwork,
});
