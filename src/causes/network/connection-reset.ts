import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  'Connection reset by peer',
  'ConnectionResetError',
  'Connection was reset',
  'socket hang up',
  'forcibly closed by the remote host',
  'forcibly closed by a remote host',
  'Server disconnected without sending a response',
  'ServerDisconnectedError',
  'Remote end closed connection without response',
  'Empty reply from server',
  'Errno::ECONNRESET',
  '[Errno 104]',
  '[Errno 54]',
  'WinError 10054',
  'BrokenPipeError',
  'write EPIPE',
  'broken pipe',
  'SocketException: Connection reset',
  'Connection prematurely closed BEFORE response',
  'server closed idle connection',
  'connection closed before message completed',
  'unexpected end of stream on http',
  'end of file reached (EOFError)',
  'NoHttpResponseException',
  'failed to respond (NoHttpResponse',
  'curl: (52)',
  'cURL error 52:',
  'ERR_EMPTY_RESPONSE',
  'The network connection was lost',
  'The underlying connection was closed',
  'TransportError{reason: :closed',
  'Connection reset without closing handshake',
  'connection was closed by the remote host',
] as const;
const likely = [
  'other side closed',
  'The socket connection was closed unexpectedly',
  'Connection aborted.',
  ': Connection reset',
  'httpx.ReadError',
  'httpcore.ReadError',
  'httpx.WriteError',
  'curl: (56)',
  'cURL error 56:',
  'The response ended prematurely',
  'http2: server sent GOAWAY',
  'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_PROTOCOL_ERROR',
  'ERR_HTTP2_PING_FAILED',
  'ERR_QUIC_PROTOCOL_ERROR',
  'ERR_NETWORK_CHANGED',
  'ERR_NETWORK_IO_SUSPENDED',
  'Failed to communicate with Anthropic API',
  'ERR_HTTP2_STREAM_CANCEL',
  'http2: client connection lost',
  'use of closed network connection',
] as const;

const api = ['anthropic', 'the anthropic', 'api.anthropic', 'claude api', 'the claude api'] as const;
/** What programs and people say when the API was not reached, and not why. */
const unreached: readonly (string | readonly string[])[] = [
  ...['could not', 'cannot', "can't", "couldn't", 'failed to', 'unable to'].flatMap((failing) =>
    api.flatMap((name) => [`${failing} connect to ${name}`, `${failing} reach ${name}`]),
  ),
  'trouble connecting to the model provider',
  ['not reachable', 'anthropic'],
  ['not responding', 'anthropic api'],
  ['not responding', 'claude api'],
  ['network error', 'anthropic'],
  ['network error', 'claude'],
  ['fetch failed', 'anthropic'],
  ['fetch failed', 'claude'],
  ['connection error', 'anthropic'],
  ['connection error', 'claude'],
  '网络错误',
  '网络异常',
  '连接失败',
  '无法连接',
  '接続できません',
  '接続に失敗',
  '연결할 수 없',
  'no se pudo conectar',
  'no se puede conectar',
  'impossible de se connecter',
  'keine verbindung zu',
  'não foi possível conectar',
  'не удалось подключиться',
  'ошибка подключения',
];

interface Closed {
  readonly peer: Peer;
  /** The text says that the call failed on the way, and no more. */
  readonly unexplained: boolean;
}

/** The connection was closed before the answer was complete. */
export const connectionReset = defineCause<Closed>({
  id: 'connection-reset',
  title: 'The connection was closed before the answer came',
  locus: 'network',
  retry: ({ stream }) =>
    stream?.startedMessage
      ? {
          kind: 'yes',
          because:
            'A closed connection is transient, but no SDK retries once an answer has begun: send the request again yourself.',
        }
      : {
          kind: 'yes',
          because:
            'A closed connection is transient. The SDKs retry it twice by themselves as long as no answer has begun.',
        },
  signs: [
    {
      errno: ['ECONNRESET', 'EPIPE', 'ERR_CONNECTION_RESET', 'ERR_CONNECTION_CLOSED', 'ERR_EMPTY_RESPONSE'],
      unless: 'before secure TLS connection',
      shared: true,
    },
    {
      errno: ['UND_ERR_SOCKET', 'ERR_SOCKET_CLOSED', 'ConnectionClosed', 'ECONNABORTED', 'EBADF'],
      unless: 'timeout of',
      shared: true,
      certainty: 'likely',
    },
    ...saying(definite),
    { says: 'Server disconnected', unless: ['MCP', 'disconnected without'], shared: true, certainty: 'likely' },
    ...saying(likely, { certainty: 'likely' }),
    { says: '/v1/messages', pattern: /\bhttps?:\/\/[^\s"]{1,200}"?:\s{1,3}EOF\b/, shared: true },
    { says: ['APIConnectionError', 'Connection error.'], shared: true, certainty: 'possible' },
    { says: 'Connection error.', shared: true, certainty: 'possible' },
    { says: ['Failed to connect to api.anthropic.com', 'fetch failed'], certainty: 'possible' },
    { says: 'Unable to connect to Anthropic services', unless: 'ERR_BAD_REQUEST', certainty: 'possible' },
    { says: 'An error occurred while sending the request', shared: true, certainty: 'possible' },
    { says: 'TypeError: Failed to fetch', shared: true, certainty: 'possible' },
    { says: ['message: Failed to fetch', 'anthropic'], certainty: 'possible' },
    { says: 'NetworkError when attempting to fetch resource', shared: true, certainty: 'possible' },
    { says: 'TypeError: Load failed', shared: true, certainty: 'possible' },
    { says: 'TypeError', pattern: /\bfetch failed\b/, shared: true, certainty: 'possible' },
  ],
  retold: [
    'connection was closed',
    'connection got closed',
    'connection was lost',
    'connection was dropped',
    'connection closed unexpectedly',
    'connection lost',
    '连接被重置',
    '连接已重置',
    '连接中断',
    '接続がリセット',
    '연결이 재설정',
    'verbindung zurückgesetzt',
    'connexion réinitialisée',
    ...unreached,
  ],
  recognize: (evidence, hit) => {
    const { certainty, because, details } = recognizePeer(evidence, hit);
    const isUnreached = unreached.some((says) => says === hit.sign.says);
    return {
      certainty: isUnreached ? 'possible' : certainty,
      ...(because ? { because } : {}),
      details: { peer: details, unexplained: isUnreached || hit.sign.certainty === 'possible' },
    };
  },
  explain: (closed) => {
    if (closed?.unexplained === true) {
      return 'The SDK or the browser could not complete the exchange with the API and reports no more than that; the reason stands in the `cause` of the exception, which the text does not show. Most often the connection was closed, the name did not resolve, or a certificate was not trusted; in a browser, the page was not allowed to call another origin (CORS).';
    }
    const peer = closed?.peer;
    const code = peer?.errno === undefined ? '' : ` (\`${peer.errno}\`)`;
    return `The connection to ${peer?.name ?? 'the API'} was open and was closed from the other side before the answer was complete${code}. Usual reasons are a proxy, VPN or load balancer that drops idle or long connections, a keep-alive connection that was used again just as the other side closed it, and a network that changed under the program.`;
  },
  remedies: (closed) => [
    ...(closed?.unexplained === true
      ? [
          {
            action: 'Print the chain of causes, which names the reason.',
            run: 'for (let e = error; e; e = e.cause) console.error(e.name, e.code, e.message)\nprint(repr(error.__cause__))   # Python',
          },
        ]
      : []),
    { action: 'Retry, and let the SDK do it: raise `maxRetries` (Python: `max_retries`) where two are too few.' },
    {
      action: 'Stream long answers, so that bytes flow and nothing in between takes the connection for idle.',
      run: 'client.messages.stream({ ... })',
    },
    {
      action:
        'If it happens after pauses, let idle connections go before a proxy does (Node: `keepAliveTimeout` of the undici agent; Python: `httpx2.Limits(keepalive_expiry=30)`); if it happens at every call, try without VPN and proxy.',
    },
  ],
  docs: pages.longRequests,
  consequenceOf: [
    'stream-interrupted',
    'stream-stalled',
    'proxy-failure',
    'proxy-credentials-missing',
    'tls-failure',
    'tls-untrusted',
    'dns-failure',
    'connection-refused',
    'connect-timeout',
    'response-timeout',
  ],
  settledBy: [
    {
      from: 'stream-interrupted',
      test: 'Look whether any event of the answer had arrived: if one had, the stream was interrupted; if none had, the connection was reset.',
    },
  ],
});
