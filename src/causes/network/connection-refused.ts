import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { reachTheApi, recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  'Connection refused',
  'ConnectionRefusedError',
  'actively refused it',
  'Errno::ECONNREFUSED',
  '[Errno 111]',
  '[Errno 61]',
  'WinError 10061',
  'os error 111',
  'os error 61',
  'WSAECONNREFUSED',
  'reason: :econnrefused',
] as const;
const likely = [
  'curl: (7)',
  'cURL error 7:',
  'Connect call failed',
  'Unable to connect. Is the computer able to access the url',
  'Was there a typo in the url or port',
] as const;

/** Nothing accepts connections at the address. */
export const connectionRefused = defineCause<Peer>({
  id: 'connection-refused',
  title: 'Nothing listens at the address',
  locus: 'network',
  retry: 'maybe',
  signs: [
    { errno: ['ECONNREFUSED', 'ERR_CONNECTION_REFUSED'], shared: true },
    ...saying(definite),
    { errno: ['ConnectionRefused', 'FailedToOpenSocket'], shared: true, certainty: 'likely' },
    ...saying(likely, { certainty: 'likely' }),
    { says: ['ConnectException', 'Failed to connect to'], unless: 'timed out', shared: true, certainty: 'likely' },
    { says: ['NSURLErrorDomain', 'Could not connect to the server'], shared: true },
    { says: 'Could not connect to the server', shared: true, certainty: 'likely' },
    { says: "Couldn't connect to server", unless: 'curl: (28)', shared: true, certainty: 'likely' },
  ],
  retold: [
    '连接被拒绝',
    '拒绝连接',
    '接続が拒否',
    '연결이 거부',
    'conexión rechazada',
    'verbindung verweigert',
    'connexion refusée',
    'соединение отклонено',
  ],
  recognize: recognizePeer,
  explain: (peer) => {
    const where = peer?.name ?? '`api.anthropic.com`';
    if (peer?.kind === 'local' || peer?.kind === 'other') {
      return `The connection to ${where} was refused: no program accepts connections there. That is not the API itself, so a base URL (\`ANTHROPIC_BASE_URL\`) or a proxy setting (\`HTTPS_PROXY\`) points to a gateway or proxy that is not running, or not at that port.`;
    }
    return `The connection to ${where === 'the API' ? 'the API' : where} was refused before any data was sent. The API's hosts always accept connections at port 443, so something nearer refused: a proxy or VPN that is not running, a firewall, a \`hosts\` entry, or a base URL that points elsewhere.`;
  },
  remedies: (peer) => [
    {
      action: 'See which base URL and which proxy the program uses.',
      run: 'env | grep -iE "anthropic_base_url|_proxy"',
    },
    peer?.kind === 'local'
      ? {
          action: `Start the gateway or proxy that should listen at ${peer.name}, or unset the variable that names it. Inside a container, \`localhost\` is the container itself: use \`host.docker.internal\`.`,
        }
      : {
          action: 'If it names a proxy that is gone, unset it.',
          run: 'unset HTTPS_PROXY HTTP_PROXY ALL_PROXY ANTHROPIC_BASE_URL',
        },
    { action: 'See whether the API answers: 401 means that the way is open.', run: reachTheApi },
  ],
  docs: pages.claudeCodeNetwork,
  consequenceOf: ['proxy-failure', 'dns-failure', 'firewall-blocked'],
  settledBy: [
    {
      from: 'firewall-blocked',
      test: 'Call from another network (a phone’s hotspot): if it works there, a firewall refuses; else it is a setting of this machine.',
    },
  ],
});
