import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { reachTheApi, recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  'getaddrinfo failed',
  'getaddrinfo ENOTFOUND',
  'getaddrinfo EAI_AGAIN',
  'gaierror',
  'NameResolutionError',
  'Temporary failure in name resolution',
  'Name or service not known',
  'nodename nor servname provided',
  'No address associated with hostname',
  'Could not resolve host',
  "Couldn't resolve host",
  'Could not resolve hostname',
  'Name does not resolve',
  'no such host is known',
  'failed to lookup address information',
  'Failed to resolve hostname',
  'UnknownHostException',
  'Failed host lookup',
  'Unable to resolve host',
  'remote name could not be resolved',
  'server with the specified hostname could not be found',
  'Name resolution failure',
  'NSURLErrorDomain Code=-1003',
  'TransportError{reason: :nxdomain',
  'UnresolvedAddressException',
  'ClientConnectorDNSError',
  'DNS resolution failed',
  'DNS_PROBE_FINISHED',
  'curl: (6)',
  'cURL error 6:',
  ['lookup', ': no such host'],
  ['lookup', 'server misbehaving'],
  ['lookup', 'read udp', 'i/o timeout'],
  ['dns error', 'error sending request'],
  ['hostname', 'could not be found', 'NSURLErrorDomain'],
] as const;

/** The name of the API's host, or of the base URL's, does not resolve. */
export const dnsFailure = defineCause<Peer>({
  id: 'dns-failure',
  title: 'The host name does not resolve',
  locus: 'network',
  retry: ({ network }) =>
    network?.errno === 'EAI_AGAIN'
      ? {
          kind: 'yes',
          because: 'The resolver did not answer in time (`EAI_AGAIN`); a retry after a few seconds often does it.',
        }
      : { kind: 'maybe', because: 'A resolver that is down heals; a name that does not exist does not.' },
  signs: [
    {
      errno: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL', 'ERR_NAME_NOT_RESOLVED', 'ENODATA'],
      unless: ['npm error', 'npm ERR!'],
      shared: true,
    },
    ...saying(definite),
    { errno: 'FailedToOpenSocket', shared: true, certainty: 'possible' },
    { says: 'Was there a typo in the url or port', shared: true, certainty: 'possible' },
    { errno: 'ConnectionRefused', shared: true, certainty: 'possible' },
    { says: 'Unable to connect to API. Check your internet connection', certainty: 'possible' },
  ],
  retold: [
    '无法解析主机',
    '无法解析域名',
    '域名解析失败',
    '名前解決',
    'host konnte nicht aufgelöst',
    'no se pudo resolver el host',
    'resolve api.anthropic.com',
    'resolving api.anthropic.com',
    'api.anthropic.com does not resolve',
    'api.anthropic.com cannot be resolved',
    'api.anthropic.com could not be resolved',
  ],
  recognize: recognizePeer,
  explain: (peer) => {
    const host =
      peer?.kind === 'unnamed' ? 'The name of the API’s host' : `The name ${peer?.name ?? '`api.anthropic.com`'}`;
    const why =
      peer?.kind === 'other'
        ? 'That is not a host of the API, so a base URL (`ANTHROPIC_BASE_URL` or `baseURL`) points there.'
        : 'The resolver of this machine, container or VPN is unreachable, filters the name, or there is no network.';
    return `${host} could not be turned into an address, so no connection was tried and no request left this machine. ${why}`;
  },
  remedies: (peer) => [
    {
      action: 'Look the name up where the program runs (inside the container, if there is one).',
      run: 'nslookup api.anthropic.com',
    },
    ...(peer?.kind === 'other' || peer?.kind === 'local'
      ? [{ action: 'Correct the base URL, or unset it to reach the API itself.', run: 'unset ANTHROPIC_BASE_URL' }]
      : [{ action: 'Check the base URL for a typing error.', run: 'echo "$ANTHROPIC_BASE_URL"' }]),
    {
      action:
        'If names resolve only through a proxy, set it; in a container, give it a working resolver (`docker run --dns 1.1.1.1 ...`).',
      run: 'export HTTPS_PROXY=http://proxy.example.com:8080',
    },
    { action: 'Then see whether the API answers: 401 means that the way is open.', run: reachTheApi },
  ],
  docs: pages.claudeCodeNetwork,
  consequenceOf: ['proxy-failure', 'proxy-credentials-missing', 'firewall-blocked'],
});
