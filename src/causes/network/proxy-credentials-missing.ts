import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

/** The proxy wants to know who calls. */
export const proxyCredentialsMissing = defineCause<boolean>({
  id: 'proxy-credentials-missing',
  refines: 'proxy-failure',
  title: 'The proxy asks for credentials',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The proxy refuses every call until it is given credentials.' }),
  signs: [
    { status: 407, shared: true },
    ...saying([
      'Proxy Authentication Required',
      'authenticationrequired (407',
      'Proxy-Authenticate:',
      'ERR_PROXY_AUTH_UNSUPPORTED',
      'ERR_PROXY_AUTH_REQUESTED',
      'HTTP code 407 from proxy',
      'CONNECT tunnel failed, response 407',
      'tunneling socket could not be established, statusCode=407',
      'Failed to authenticate with proxy',
      'Proxy returns "HTTP/1.1 407',
      'Proxy response (407)',
      'SOCKS5 authentication failed',
      'User was rejected by the SOCKS5 server',
      'No authentication method was acceptable',
      'UND_ERR_SOCKS5_AUTH_',
      'but got NO ACCEPTABLE METHODS',
      ['ProxyError', 'Invalid username/password'],
    ]),
  ],
  recognize: (evidence, { quote, sign }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: /socks|authentication method was|acceptable methods|invalid username\/password/i.test(
      evidence.reading?.flat ?? '',
    ),
  }),
  explain: (isSocks) =>
    isSocks === true
      ? 'A SOCKS proxy on the way lets only callers through who name themselves to it, and this one did not, or under a name and password that it does not know. The request did not reach the Claude API, and its key plays no part in this.'
      : 'A proxy on the way answered 407 before the request reached the API: it lets only callers through who name themselves to it. The Claude API never answers with 407, and its key plays no part in this.',
  remedies: (isSocks) => [
    {
      action:
        'Put the user and password of the proxy into its address; write `@` as `%40`, `:` as `%3A`, `#` as `%23`, `\\` as `%5C`.',
      run: `export HTTPS_PROXY='${isSocks === true ? 'socks5' : 'http'}://user:password@proxy.example.com:${isSocks === true ? 1080 : 8080}'`,
    },
    ...(isSocks === true
      ? []
      : [
          {
            action:
              'If the proxy wants NTLM or Kerberos, which SDKs do not speak, run a local forwarder that does (`cntlm`, `px`) and name that one.',
            run: 'export HTTPS_PROXY=http://127.0.0.1:3128',
          },
        ]),
    { action: 'Or ask IT to let `api.anthropic.com` pass without credentials.' },
  ],
  docs: pages.claudeCodeNetwork,
});
