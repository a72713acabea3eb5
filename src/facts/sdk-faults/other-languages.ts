import { bugsOf, type BugRow, type SdkFault } from './fault.ts';

const go: readonly BugRow[] = [
  ['1.60.0', 'fails to unmarshal some parameters', ['field-invalid']],
  ['1.60.0', 'escapes HTML characters in `RawJSON`', ['field-invalid', 'thinking-modified']],
  ['1.58.1', 'asks Google for the wrong scope', ['platform-credentials', 'platform-permission']],
  [
    '1.47.0',
    'puts streamed blocks together by arrival and not by index',
    ['response-unparsable', 'tool-use-input-invalid'],
  ],
  ['1.47.0', 'loses `stop_details` and usage in streams', ['refusal']],
  [
    '1.42.0',
    'panics when `http.DefaultTransport` is wrapped, as by OpenTelemetry',
    ['sdk-dependency-conflict'],
    { symptom: 'A panic when the client is made or used.' },
  ],
  ['1.39.0', 'has no HTTP timeout by default', ['response-timeout', 'stream-stalled']],
  ['1.36.0', 'sends the wrong header with the Bedrock Mantle client', ['platform-credentials']],
  ['1.35.1', 'does not know some stream events', ['sdk-outdated', 'response-unparsable']],
];

const java: readonly BugRow[] = [
  ['2.55.0', 'lets an empty usage of `message_delta` overwrite the totals', []],
  [
    '2.55.0',
    'breaks on blocks that it does not know when it puts a stream together',
    ['sdk-outdated', 'response-unparsable'],
  ],
  ['2.54.0', 'builds a wrong base URL for Vertex', ['endpoint-wrong']],
  ['2.44.1', 'keeps the JVM alive with the threads of Bedrock streams', []],
  ['2.41.0', 'takes the base URL of Microsoft Foundry in another form', ['endpoint-wrong']],
  ['2.39.0', 'counts usage iterations wrongly', []],
  ['2.36.0', 'crashes when it puts citations together', ['response-unparsable']],
  ['2.30.0', 'cannot sign in to a proxy', ['proxy-credentials-missing']],
];

const ruby: readonly BugRow[] = [
  [
    '1.63.0',
    'goes to the first-party address when default credentials are disabled',
    ['endpoint-wrong', 'api-key-missing'],
  ],
  ['1.62.0', 'does not put the input of server tools together', ['tool-use-input-invalid']],
  ['1.56.0', 'decodes the input of tool_use in streams wrongly', ['tool-use-input-invalid', 'response-unparsable']],
  [
    '1.51.0',
    'overwrites `anthropic-beta` in place of adding to it',
    ['beta-header', 'beta-field-unknown', 'field-unknown'],
    { symptom: 'Only one of several beta values arrives.' },
  ],
  ['1.49.0', 'does not decode the event stream of Bedrock', ['response-unparsable']],
  ['1.41.0', 'buffers compressed streams, so that nothing comes until the end', ['stream-stalled', 'response-timeout']],
  ['1.41.0', 'cannot be loaded by Ruby 4', ['sdk-dependency-conflict']],
  ['1.40.0', 'signs a streamed body wrongly for AWS', ['platform-credentials']],
];

const php: readonly BugRow[] = [
  ['0.43.0', 'loses encoded query parameters on Bedrock and Vertex', ['endpoint-wrong', 'field-invalid']],
  ['0.30.0', 'sends `stream: false` to Vertex, which refuses it', ['field-unknown', 'field-invalid']],
  ['0.30.0', 'throws in a stream where it should return the status', ['response-unparsable']],
  ['0.22.0', 'lets Guzzle buffer streams', ['stream-stalled', 'response-timeout']],
  ['0.21.0', "lets an endpoint's default override `betas`", ['beta-header', 'beta-field-unknown', 'field-unknown']],
  ['0.17.1', 'fails to parse any enumeration', ['response-unparsable'], { from: '0.17.0' }],
  ['0.14.0', 'lacks the region `eu` of Vertex', ['endpoint-wrong', 'platform-location-missing']],
];

/** Known bugs of the Go, Java, Ruby and PHP SDKs. */
export function otherLanguageFaults(): readonly SdkFault[] {
  return [
    ...bugsOf('go:github.com/anthropics/anthropic-sdk-go', 'CHANGELOG of anthropic-sdk-go 1.60.0 (2026-07-23)', go),
    ...bugsOf('maven:com.anthropic:anthropic-java', 'CHANGELOG of anthropic-sdk-java 2.57.0 (2026-08-19)', java),
    ...bugsOf('rubygems:anthropic', 'CHANGELOG of anthropic-sdk-ruby 1.65.0 (2026-08-19)', ruby),
    ...bugsOf('packagist:anthropic-ai/sdk', 'CHANGELOG of anthropic-sdk-php 0.43.0 (2026-08-20)', php),
  ];
}
