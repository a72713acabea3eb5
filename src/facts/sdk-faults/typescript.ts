import { bugsOf, type BugRow, type SdkFault } from './fault.ts';

const sdk: readonly BugRow[] = [
  [
    '1.12.0',
    'ignores `ANTHROPIC_CUSTOM_HEADERS` when `defaultHeaders` is a `Headers` object or a list of pairs',
    ['beta-header', 'workspace-id-missing', 'gateway-key-invalid'],
    { symptom: 'Headers of the variable are missing from the request.' },
  ],
  ['1.11.0', 'parses very large stream events slowly', ['stream-stalled', 'response-timeout']],
  ['1.9.0', 'accepts broken characters in streamed tool input without a word', ['response-unparsable']],
  ['1.9.0', 'sends an old beta header with Message Batches', ['beta-header']],
  ['0.136.0', 'prints `x-amz-security-token` in debug logs', []],
  ['0.134.0', 'prints `proxy-authorization` in debug logs', []],
  ['0.95.1', 'prints the header `api-key` in debug logs', []],
  [
    '0.135.0',
    'keeps the connection of a stream open that was dropped without being read',
    ['connection-reset', 'connect-timeout'],
    { symptom: 'Sockets pile up until no new connection can be made.' },
  ],
  [
    '0.134.0',
    'breaks a MessageStream on an event type that it does not know',
    ['sdk-outdated', 'response-unparsable'],
    { symptom: '`Unexpected event order, got ... before "message_start"`.' },
  ],
  ['0.132.0', 'lets a JSONL stream be read twice, the second time empty', ['batch-results-unavailable']],
  ['0.129.0', 'leaves out `X-Stainless-Timeout` when the timeout is set on the client', []],
  ['0.129.0', 'shows unfinished numbers in partial tool input', ['response-unparsable']],
  [
    '0.127.0',
    'retries a request whose body is a stream or an iterator with an empty body',
    ['json-malformed', 'field-missing'],
    { symptom: 'The retry is refused although the first attempt was well formed.' },
  ],
  ['0.127.0', 'turns a compaction content of `null` into the text "null"', ['compaction-block-altered']],
  [
    '0.126.0',
    'takes a negative, huge or unreadable `retry-after` as it is',
    ['rate-limit-requests', 'rate-limit-input-tokens', 'rate-limit-output-tokens', 'overloaded', 'response-timeout'],
    { symptom: 'It retries at once, or waits without end.' },
  ],
  ['0.126.0', 'goes on waiting for a retry after the call was aborted', ['request-aborted', 'response-timeout']],
  ['0.126.0', 'does not retry connection errors on one of its ways', ['connection-reset', 'connect-timeout']],
  ['0.126.0', 'does not check the value of `maxRetries`', ['sdk-misuse']],
  [
    '0.123.0',
    'brings its code for credential files into browser bundles',
    ['sdk-dependency-conflict', 'browser-blocked'],
    { symptom: 'The bundle asks for Node modules that a browser does not have.' },
  ],
  [
    '0.122.0',
    'misjudges aborts and timeouts of another realm (Jest, edge runtimes)',
    ['request-aborted', 'response-timeout'],
  ],
  ['0.122.0', 'prints errors in event streams to the console, past the logger', ['stream-interrupted']],
  ['0.117.0', 'ignores the timeout of a single request when it demands streaming', ['streaming-required']],
  ['0.117.0', 'loses fields of `message_delta` when it puts a stream together', ['response-unparsable']],
  [
    '0.115.0',
    'leaves listeners on abort signals',
    [],
    { symptom: '`MaxListenersExceededWarning`, and memory that grows.' },
  ],
  [
    '0.112.4',
    'loses options and the way of signing in an AWS client made by `withOptions()`',
    ['platform-credentials', 'workspace-id-missing'],
  ],
  ['0.107.0', 'lacks the type `BatchCreateParams.Request.params`', ['sdk-outdated']],
  [
    '0.105.0',
    'takes time that grows with the square of a long streamed tool input',
    ['stream-stalled', 'response-timeout'],
  ],
  ['0.101.0', 'misreads numbers with an exponent in streamed tool input', ['response-unparsable']],
  ['0.101.0', 'loses `stop_details` of beta messages', ['refusal']],
  ['0.101.0', 'counts the time of middleware into the timeout', ['response-timeout']],
  ['0.99.0', 'loses `stop_details` in streams', ['refusal']],
  ['0.98.1', 'drops the folder from file names in `skills.versions.create`', ['field-invalid']],
  ['0.91.0', 'sends the wrong header with the Bedrock Mantle client', ['platform-credentials']],
  ['0.89.0', 'does not know some stream events', ['sdk-outdated', 'response-unparsable']],
  ['0.78.0', 'can send a Bedrock call before its credentials are there', ['platform-credentials']],
  [
    '0.73.0',
    'leaks memory with abort signals',
    [],
    { symptom: '`MaxListenersExceededWarning`, and memory that grows.' },
  ],
  ['0.73.0', 'parses a body whose length is declared as zero', ['response-not-json', 'response-unparsable']],
  [
    '0.71.2',
    'lets errors of a stream escape as unhandled rejections',
    ['stream-interrupted'],
    { symptom: 'The process ends although the error seems to be caught.' },
  ],
  ['0.116.0', 'lists the retired Opus 4.1 among its model names', ['model-retired', 'model-not-found']],
  ['0.104.2', 'lists the retired Sonnet 4 and Opus 4 among its model names', ['model-retired', 'model-not-found']],
  [
    '0.17.0',
    'was seen to fail with keys of the form `sk-ant-api03`',
    ['api-key-invalid'],
    { isApproximate: true, source: 'danny-avila/LibreChat#4740 (2024-11), reported once' },
  ],
];

const bedrock: readonly BugRow[] = [
  [
    '1.1.2',
    'takes model names such as `;x` and `..;x`, which change the path of the call',
    ['model-not-found', 'endpoint-wrong'],
  ],
  [
    '0.33.7',
    'hides exceptions that AWS sends inside a stream',
    ['stream-interrupted', 'platform-quota'],
    { symptom: 'The stream ends early and no error is raised.' },
  ],
];

/** Known bugs of the npm packages. */
export function typescriptFaults(): readonly SdkFault[] {
  return [
    ...bugsOf('npm:@anthropic-ai/sdk', 'CHANGELOG of @anthropic-ai/sdk 1.12.0', sdk),
    ...bugsOf('npm:@anthropic-ai/bedrock-sdk', 'CHANGELOG of @anthropic-ai/bedrock-sdk 1.1.3', bedrock),
  ];
}
