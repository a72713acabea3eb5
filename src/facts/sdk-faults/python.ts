import { bugsOf, readOn, type BugRow, type SdkFault } from './fault.ts';

const id = 'pypi:anthropic';

const bugs: readonly BugRow[] = [
  ['0.117.1', 'loses the credentials in a copy of `AnthropicAWS`', ['platform-credentials', 'workspace-id-missing']],
  ['0.117.0', 'shows credentials among the local variables of a traceback', []],
  [
    '0.113.0',
    'does not merge `output_format` into `output_config` when tokens are counted asynchronously',
    ['field-unknown', 'output-format-invalid'],
  ],
  ['0.110.0', 'overwrites the header `x-stainless-helper`', []],
  ['0.110.0', 'loses the type of events in Bedrock streams', ['response-unparsable', 'stream-interrupted']],
  ['0.107.1', 'sends the key of Microsoft Foundry in the wrong header', ['platform-credentials', 'api-key-invalid']],
  ['0.98.0', 'loses `stop_details`', ['refusal']],
  [
    '0.98.0',
    'lacks the multi-region addresses `us` and `eu` in the asynchronous Vertex client',
    ['endpoint-wrong', 'model-not-found'],
  ],
  ['0.95.0', 'sends the wrong header with the Bedrock Mantle client', ['platform-credentials']],
  ['0.94.1', 'does not know some stream events', ['sdk-outdated', 'response-unparsable']],
  ['0.88.0', 'cannot sign in with an API key of Bedrock', ['platform-credentials']],
  [
    '0.86.0',
    'raises a general error for 413 and 529 from `AsyncAnthropic`',
    ['request-too-large', 'overloaded'],
    { symptom: '`APIStatusError` in place of `RequestTooLargeError` and `OverloadedError`.' },
  ],
  [
    '0.77.1',
    'sends the beta header of structured outputs where it should not, or leaves it out',
    ['beta-header', 'output-format-invalid'],
    { from: '0.76.0' },
  ],
  ['0.74.1', 'sends a wrong beta header for structured outputs', ['beta-header', 'output-format-invalid']],
  ['0.76.0', 'closes some streams only when they were read to the end', ['connection-reset', 'connect-timeout']],
  ['0.72.1', 'leaves streams open that were not read to the end', ['connection-reset', 'connect-timeout']],
  ['0.54.0', 'lets its default transport get in the way of proxy settings', ['proxy-ignored', 'proxy-failure']],
];

/** Known faults of the Python SDK. */
export function pythonFaults(): readonly SdkFault[] {
  return [
    ...bugsOf(id, 'CHANGELOG of anthropic-sdk-python 0.121.0 (2026-08-07)', bugs),
    {
      package: id,
      kind: 'bug',
      // Later versions were not looked at.
      affected: { below: '0.122.0' },
      fault: 'ignores a `retry-after` of more than 60 seconds',
      symptom: 'It retries too early, and the limit answers again.',
      cure: 'Wait for `retry-after` in your own code.',
      explains: [
        'rate-limit-requests',
        'rate-limit-input-tokens',
        'rate-limit-output-tokens',
        'rate-limit-acceleration',
      ],
      source: 'source of anthropic-sdk-python 0.121.0',
      readOn,
    },
    {
      package: id,
      kind: 'bug',
      affected: { below: '0.40.0' },
      isApproximate: true,
      together: { package: 'pypi:httpx', affected: { from: '0.28.0' } },
      fault: 'passes `proxies` to httpx, which 0.28 does not take any more',
      symptom: "`TypeError: ... got an unexpected keyword argument 'proxies'` when the client is made.",
      cure: 'Update anthropic, or hold back httpx: `pip install "httpx<0.28"`.',
      fixedIn: '0.40.0',
      explains: ['sdk-dependency-conflict'],
      source: 'reports of 2024-11',
      readOn,
    },
  ];
}
