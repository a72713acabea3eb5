import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

const api = [
  'stream ended without producing a Message',
  'stream ended without producing a content block',
  'stream ended before message_stop',
  'Connection closed mid-response',
  'Connection lost mid-response',
  'sdk_stream_ended_no_result',
  'before receiving message_stop',
  'without receiving message_stop',
  'without message_stop',
  'missing message_stop',
] as const;
const definite = [
  'request ended without sending any chunks',
  'stream has ended, this shouldn',
  'incomplete chunked read',
  'peer closed connection without sending complete message body',
  'TypeError: terminated',
  'Response payload is not completed',
  'TransferEncodingError',
  'IncompleteRead(',
  'InvalidChunkLength',
  'ChunkedEncodingError',
  'transfer closed with outstanding read data remaining',
  'end of file before message length reached',
  'error reading a body from connection',
  'ERR_INCOMPLETE_CHUNKED_ENCODING',
  'Connection prematurely closed DURING response',
  'stream disconnected before completion',
  'stream closed before completion',
  'curl: (18)',
  'cURL error 18:',
  'curl: (92)',
  'cURL error 92:',
  'stream was reset: CANCEL',
  'stream was reset: INTERNAL_ERROR',
  'StreamResetException',
  'ERR_HTTP2_STREAM_ERROR',
  'was not closed cleanly: INTERNAL_ERROR',
  'Stream closed with error code NGHTTP2',
  'additional bytes expected',
] as const;
const likely = [
  'Premature close',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Error in input stream',
  'http2: response body closed',
  'unexpected EOF',
  'Stream ended unexpectedly',
  'stream closed unexpectedly',
  'connection closed while streaming',
  'response ended prematurely',
  'RemoteProtocolError',
] as const;

interface Progress {
  readonly events?: number;
  readonly lastEvent?: string;
}

/** A stream of events began and ended before `message_stop`. */
export const streamInterrupted = defineCause<Progress>({
  id: 'stream-interrupted',
  title: 'The stream broke off before the end of the answer',
  locus: 'network',
  retry: () => ({
    kind: 'yes',
    because:
      'It is transient, but no SDK retries once the answer has begun: send the request again yourself. What was generated is billed, and a second answer will differ from the first.',
  }),
  signs: [
    { says: 'closed without receiving any events', shared: true, certainty: 'likely' },
    ...api.map((says) => ({ says })),
    ...saying(definite),
    ...saying(likely, {
      certainty: 'likely',
      unless: ['Server disconnected without sending', 'ERR_STREAM_PREMATURE_CLOSE: code'],
    }),
    {
      says: 'error decoding response body',
      unless: ['missing field', 'invalid type', 'unknown variant', 'data did not match any variant'],
      shared: true,
      certainty: 'likely',
    },
    { says: 'terminated', pattern: /\[?TypeError\]?:? terminated\b/, shared: true },
    { says: 'terminated', pattern: /(?:[Ee]rror|failed): terminated\b/, shared: true, certainty: 'likely' },
    { says: 'message_start', pattern: /(?:event:\s{0,3}|"type"\s*:\s*")message_start\b/, certainty: 'likely' },
    { says: 'network error', pattern: /TypeError: network error\b/, shared: true, certainty: 'likely' },
    { says: 'The socket connection was closed unexpectedly', shared: true, certainty: 'possible' },
  ],
  retold: [
    'stream was interrupted',
    'stream interrupted',
    'stream ended unexpectedly',
    'stream closed unexpectedly',
    'stream broke off',
    'stream was cut',
    'response was interrupted',
    '流式响应中断',
    '流中断',
    '响应中断',
    '输出中断',
    'ストリームが中断',
    'ストリームが途中',
    'flujo interrumpido',
    'stream unterbrochen',
    'stream abgebrochen',
    'flux interrompu',
  ],
  recognize: (evidence, { sign, quote }) => {
    const { stream, response } = evidence;
    const onlyEvents = sign.says === 'message_start';
    if (
      onlyEvents &&
      (stream === undefined ||
        stream.complete ||
        !stream.startedMessage ||
        stream.lastEvent === 'error' ||
        response?.errorType !== undefined)
    ) {
      return undefined;
    }
    return {
      certainty: certaintyOf(evidence, sign),
      because: [quote],
      details: stream
        ? { events: stream.events, ...(stream.lastEvent === undefined ? {} : { lastEvent: stream.lastEvent }) }
        : {},
    };
  },
  explain: (progress, { response }) => {
    const seen =
      progress?.events === undefined
        ? ''
        : ` after ${progress.events} events${progress.lastEvent === undefined ? '' : `, the last one \`${progress.lastEvent}\``}`;
    const reason =
      response?.stopReason === undefined
        ? 'The text received so far is real, but unfinished, and a tool call in it must not be run.'
        : `The answer had already stated its stop reason (\`${response.stopReason}\`), so its content is complete.`;
    return `The API answered with 200 and began to stream, and the connection ended${seen}, before \`message_stop\`. ${reason} A proxy or load balancer that limits how long a response may take, a network that changed, or a restart on the way does this.`;
  },
  remedies: () => [
    {
      action:
        'Send the request again, with the partial text thrown away (or, on models that allow a prefilled answer, put at the end of `messages`).',
    },
    {
      action:
        'Take an answer for complete only when `message_stop` came; the iterators of the SDKs end without an error when it did not.',
    },
    {
      action:
        'If it happens after a fixed time (30, 60, 100 or 300 seconds), raise the response time limit of the proxy, load balancer or serverless function in between, and turn its buffering off.',
      run: 'proxy_buffering off; proxy_read_timeout 600s;   # nginx',
    },
  ],
  docs: pages.streaming,
  consequenceOf: ['stream-stalled', 'proxy-failure', 'proxy-credentials-missing', 'firewall-blocked'],
  settledBy: [
    {
      from: 'connection-reset',
      test: 'Look whether any event of the answer had arrived: if one had, the stream was interrupted; if none had, the connection was reset.',
    },
    {
      from: 'host-time-limit',
      test: 'Note the time from request to break: a round figure that repeats is a limit of the host or proxy.',
    },
  ],
});
