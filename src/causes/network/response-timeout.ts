import { defineCause } from '../../core/cause.ts';
import type { Evidence } from '../../core/evidence.ts';
import { isObject } from '../../core/json.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

const sdk = [
  'APIConnectionTimeoutError',
  'APITimeoutError',
  'AnthropicTimeoutException',
  'litellm.Timeout',
  'litellm.exceptions.Timeout',
] as const;
const definite = [
  'Headers Timeout Error',
  'HeadersTimeoutError',
  'httpx.ReadTimeout',
  'httpcore.ReadTimeout',
  'exceptions.ReadTimeout',
  'ReadTimeoutError',
  'ReadTimeoutException',
  'Read timed out',
  'The read operation timed out',
  'Client.Timeout exceeded',
  'context deadline exceeded',
  'SocketTimeoutException: timeout',
  'SocketTimeoutException: Read',
  'HttpTimeoutException: request timed out',
  'HttpClient.Timeout of',
  'Net::ReadTimeout',
  'aborted due to timeout',
  'Operation timed out after',
  'ESOCKETTIMEDOUT',
  'read ETIMEDOUT',
  'Request timed out',
  'Request timeout',
  'request has timed out',
  'timeout awaiting response headers',
  'InterruptedIOException: timeout',
  'deadline has elapsed',
  'Faraday::TimeoutError',
  'TransportError{reason: :timeout',
  'WriteTimeout',
  'operation timed out (reqwest',
] as const;
const likely = [
  'The operation timed out',
  'cURL error 28:',
  'curl: (28)',
  'operation was timed out',
  'TransportError) timeout',
  'asyncio.TimeoutError',
  'asyncio.exceptions.TimeoutError',
  'TimeoutError',
  'timed out',
  'Timeout exceeded',
] as const;
const limit =
  /(?:timeout of|timed out after|timeout[=:]|Timeout of|after|read timeout=)\s{0,2}(\d{1,7}(?:\.\d+)?)\s?(ms|milliseconds|s\b|sec(?:onds)?|minutes)?/i;

/** The client stopped waiting before the answer came. */
export const responseTimeout = defineCause<string | undefined>({
  id: 'response-timeout',
  title: 'The client gave up waiting for the answer',
  locus: 'network',
  retry: () => ({
    kind: 'yes',
    because:
      'The time limit of the client ran out, not one of the API. The SDKs retry it twice, each attempt with the full time limit; a request that always takes longer needs streaming, not retries.',
  }),
  signs: [
    { errno: ['UND_ERR_HEADERS_TIMEOUT', 'ESOCKETTIMEDOUT', 'ERR_TIMED_OUT'], shared: true },
    ...saying(sdk),
    ...saying(definite),
    { says: 'timeout of', pattern: /timeout of \d{1,8}\s?ms exceeded/, shared: true },
    { status: 408, shared: true, certainty: 'likely' },
    ...saying(likely, {
      certainty: 'likely',
      unless: ['Gateway time', 'failed: connection timed out', 'connect timed out', 'dial tcp'],
    }),
  ],
  retold: [
    'request timed out',
    'response timed out',
    'timed out after',
    'timed out waiting',
    '请求超时',
    '响应超时',
    'タイムアウト',
    '시간 초과',
    '시간이 초과',
    'tiempo de espera',
    'zeitüberschreitung',
    "délai d'attente",
    'délai dépassé',
    'время ожидания',
    'tempo limite',
    'request times out',
    'requests time out',
    'call times out',
    'calls time out',
    'times out after',
    'keeps timing out',
    'always times out',
    'call timed out',
    'it timed out',
    'they time out',
    'constant timeouts',
    'frequent timeouts',
    'random timeouts',
    'getting timeouts',
    'timeouts all the time',
  ],
  recognize: (evidence, { sign, quote }) => {
    const { reading } = evidence;
    const [, amount, unit] = limit.exec(reading?.flat ?? '') ?? [];
    return {
      certainty: certaintyOf(evidence, sign),
      because: [quote],
      details: amount === undefined || unit === undefined ? undefined : `${amount} ${unit}`,
    };
  },
  explain: (time, evidence) =>
    `The request was on its way, and the client gave up${time === undefined ? '' : ` after ${time}`} before the answer came. ${
      isStreaming(evidence)
        ? 'It asked for a stream, whose first bytes come within seconds as a rule: the service was slow to begin, or something in between held the answer back.'
        : 'Without streaming, nothing arrives until the last token is written, so long outputs, thinking and large prompts outlast a short limit.'
    } The SDKs wait 10 minutes unless told otherwise; a shorter limit was set in the code, a wrapper or a proxy.`,
  remedies: (_, evidence) => [
    ...(isStreaming(evidence)
      ? []
      : [
          {
            action: 'Stream the answer: the first bytes then come within seconds.',
            run: 'const message = await client.messages.stream({ ... }).finalMessage();',
          },
        ]),
    {
      action: 'Raise the time limit where it is set (TypeScript takes milliseconds, Python seconds).',
      run: 'new Anthropic({ timeout: 600_000 })   # Python: Anthropic(timeout=600)',
    },
    {
      action:
        'Ask for less in one call: lower `max_tokens`, the effort or the thinking budget, or send work without a deadline as a batch.',
    },
  ],
  docs: pages.longRequests,
  consequenceOf: [
    'connect-timeout',
    'ipv6-unreachable',
    'host-time-limit',
    'gateway-timeout',
    'stream-stalled',
    'proxy-failure',
    'proxy-credentials-missing',
    'service-unavailable',
    'cloudflare-origin-error',
    'overloaded',
    'connection-refused',
    'dns-failure',
    'tls-failure',
    'tls-untrusted',
    'firewall-blocked',
    'streaming-required',
  ],
});

function isStreaming({ request }: Evidence): boolean {
  return isObject(request?.body) && request.body.stream === true;
}
