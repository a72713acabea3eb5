import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { reachTheApi, recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  'ConnectTimeoutError',
  'httpx.ConnectTimeout',
  'httpcore.ConnectTimeout',
  'exceptions.ConnectTimeout',
  'Connect Timeout Error',
  'connect timed out',
  'connect timeout=',
  'Network is unreachable',
  'No route to host',
  'unreachable host',
  'HttpConnectTimeoutException',
  'connected party did not properly respond',
  'Net::OpenTimeout',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_ADDRESS_UNREACHABLE',
  'The Internet connection appears to be offline',
  'ConnectException: Connection timed out',
  'ConnectException: Operation timed out',
  '[Errno 110]',
  'WinError 10060',
  'SocketTimeoutException: failed to connect',
  'reason: :ehostunreach',
  'reason: :enetunreach',
  'reason: :etimedout',
  'os error 110',
  ['dial tcp', 'i/o timeout'],
  ['dial tcp', 'operation timed out'],
  ['tcp connect error', 'timed out'],
  ['Failed to connect to', 'Timeout was reached'],
  ['curl: (28)', 'Failed to connect to'],
] as const;
const likely = [
  ['Failed to connect to', 'Timed out'],
  ['Failed to establish a new connection', 'timed out'],
  'due to poor internet connection',
  'Internet connection is unreliable',
] as const;

/** No connection came about in time, or no route leads to the address. */
export const connectTimeout = defineCause<Peer>({
  id: 'connect-timeout',
  title: 'No connection could be made in time',
  locus: 'network',
  retry: ({ network }) => ({
    kind: 'yes',
    because: /^E(?:HOST|NET)(?:UNREACH|DOWN)$/.test(network?.errno ?? '')
      ? 'It succeeds as soon as there is a route again; the SDKs retry twice, which a network that is down outlasts.'
      : 'No request was sent, so a retry costs nothing; the SDKs retry twice by themselves.',
  }),
  signs: [
    {
      errno: [
        'UND_ERR_CONNECT_TIMEOUT',
        'EHOSTUNREACH',
        'ENETUNREACH',
        'ENETDOWN',
        'EHOSTDOWN',
        'EADDRNOTAVAIL',
        'ERR_CONNECTION_TIMED_OUT',
        'ERR_INTERNET_DISCONNECTED',
        'ERR_ADDRESS_UNREACHABLE',
      ],
      shared: true,
    },
    { errno: 'ETIMEDOUT', says: 'connect ETIMEDOUT', shared: true },
    { errno: 'ETIMEDOUT', unless: 'read ETIMEDOUT', shared: true, certainty: 'likely' },
    ...saying(definite),
    { says: 'Connection timed out after', unless: 'litellm', shared: true },
    ...saying(likely, { certainty: 'likely' }),
    { says: 'Unable to connect to API. Check your internet connection', certainty: 'possible' },
  ],
  retold: ['连接超时', '接続タイムアウト', '연결 시간 초과', 'verbindungszeitüberschreitung'],
  recognize: recognizePeer,
  explain: (peer) => {
    const where = peer?.name ?? 'the API';
    const code = peer?.errno === undefined ? '' : ` (\`${peer.errno}\`)`;
    const why =
      peer?.kind === 'other' || peer?.kind === 'local'
        ? 'That is not a host of the API, so a base URL or proxy setting points there, and the machine behind it is down or cut off.'
        : 'Packets are dropped on the way: a firewall that allows only a proxy, a VPN, a security group or subnet without a route out, or an IPv6 route that leads nowhere.';
    return `No connection to ${where} came about${code}, so the request was never sent. ${why}`;
  },
  remedies: () => [
    {
      action:
        'See whether the API can be reached from the place where the program runs: 401 means that the way is open.',
      run: reachTheApi,
    },
    { action: 'If only a proxy leads out, name it.', run: 'export HTTPS_PROXY=http://proxy.example.com:8080' },
    {
      action:
        'In a cloud, give the subnet or function a way out (NAT gateway, egress rule for TCP 443); the API listens at 160.79.104.0/23 and 2607:6bc0::/48.',
    },
    {
      action: 'See whether IPv4 alone works; if so, repair or turn off IPv6.',
      run: reachTheApi.replace('curl ', 'curl -4 '),
    },
  ],
  docs: pages.ipAddresses,
  consequenceOf: [
    'proxy-failure',
    'proxy-credentials-missing',
    'dns-failure',
    'connection-refused',
    'tls-untrusted',
    'tls-failure',
  ],
});
