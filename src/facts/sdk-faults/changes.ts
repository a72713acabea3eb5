import { sdkPackages, type PackageId } from '../sdk-packages.ts';
import { readOn, type SdkFault } from './fault.ts';

type Change = Omit<SdkFault, 'package' | 'kind' | 'affected' | 'readOn'> & {
  readonly since: Readonly<Partial<Record<PackageId, string>>>;
};

const typescript = 'npm:@anthropic-ai/sdk';
const python = 'pypi:anthropic';
const migration = 'Migrating to API version 2026-10-21 (2026-10-21)';
const pythonOne = 'CHANGELOG of anthropic-sdk-python; migration notes of 1.0.0 (2026-08-20)';

/** The first versions on the new API version; the SDKs of clouds sign in by ways of their own. */
function firstOnNewApiVersion(among: 'all' | 'direct'): Readonly<Partial<Record<PackageId, string>>> {
  return Object.fromEntries(
    sdkPackages.flatMap(({ id, newApiVersionFrom }) =>
      newApiVersionFrom === undefined || (among === 'direct' && /\/[a-z]+-sdk$/.test(id))
        ? []
        : [[id, newApiVersionFrom]],
    ),
  );
}

/** Changes that were meant and that make code fail which was written before them. */
function changes(): readonly Change[] {
  return [
    {
      since: firstOnNewApiVersion('all'),
      fault: 'sends `anthropic-version: 2026-10-21` by itself',
      symptom:
        '400 for what the version before took: `temperature: Extra inputs are not permitted`, a document in an assistant message, citations on a text of the user.',
      cure: 'Leave the field out, or set the header `anthropic-version: 2023-06-01` for all requests of the client.',
      explains: ['field-unknown', 'field-invalid', 'content-block-invalid', 'version-header'],
      source: migration,
    },
    {
      since: firstOnNewApiVersion('direct'),
      fault: 'sends the API key as `Authorization: Bearer` and not as `x-api-key`',
      symptom: 'Gateways that read `x-api-key` alone answer 401; an `x-api-key` of your own stands beside it and wins.',
      cure: 'Let the gateway read both headers, or set `x-api-key` among the default headers.',
      explains: ['api-key-missing', 'api-key-invalid', 'gateway-key-invalid', 'auth-conflict'],
      source: 'source of @anthropic-ai/sdk 1.12.0 (2026-11-20)',
    },
    {
      since: { [python]: '1.0.0' },
      fault: 'is built on `httpx2` and refuses objects of `httpx`; it needs Python 3.10 or newer',
      symptom: '`TypeError` that names `httpx2`: an invalid `timeout` or `http_client` argument.',
      cure: 'Make timeouts and clients with `httpx2`, or call `httpx2.alias_httpx()` first.',
      explains: ['sdk-dependency-conflict', 'sdk-misuse'],
      source: 'NousResearch/hermes-agent#118648 (2026-09-22)',
    },
    {
      since: { [python]: '1.0.0' },
      fault:
        'has no sampling arguments, no Text Completions, no `output_format` of `create` and no `compaction_control`',
      symptom: "`TypeError: create() got an unexpected keyword argument 'temperature'`.",
      cure: 'Leave the argument out, or pass it in `extra_body`.',
      explains: ['sdk-misuse', 'sdk-outdated'],
      source: pythonOne,
    },
    {
      since: { [python]: '1.0.0' },
      fault: 'wants `.parse()` of an asynchronous `with_raw_response` to be awaited',
      symptom: 'A coroutine that was never awaited, or an `AttributeError` on it.',
      cure: 'Write `await response.parse()`.',
      explains: ['sdk-misuse'],
      source: pythonOne,
    },
    {
      since: { [python]: '1.0.0' },
      fault: 'has no default region for Bedrock',
      symptom: 'A `ValueError` about the region when the client is made.',
      cure: 'Set `AWS_REGION`, or pass `aws_region`.',
      explains: ['platform-location-missing'],
      source: pythonOne,
    },
    {
      since: { [typescript]: '0.122.0', [python]: '1.2.0' },
      fault: 'answers with the general shapes in the beta namespaces of files and skills',
      symptom: 'Members that the code reads are not there.',
      cure: 'Use the members of the general API, as the migration notes name them.',
      explains: ['sdk-misuse', 'response-unparsable'],
      source: 'CHANGELOG of both SDKs (2026-08-27)',
    },
    {
      since: { [typescript]: '0.72.0', [python]: '0.77.0' },
      isApproximate: true,
      fault: 'takes the format of structured outputs in `output_config.format`, no longer in `output_format`',
      symptom: 'A 400 with the old beta value, or an error of the SDK when both are given.',
      cure: 'Rename the argument to `output_config: { format: ... }`.',
      explains: ['output-format-invalid', 'field-unknown', 'sdk-misuse', 'beta-header'],
      source: 'CHANGELOG of both SDKs (2026-01)',
    },
    {
      since: { [typescript]: '0.129.0' },
      fault: 'has no helper for compaction on the client any more',
      symptom: 'A type error, or a `TypeError` at run time.',
      cure: 'Use the parameter `compaction` of the API.',
      explains: ['sdk-misuse', 'sdk-outdated'],
      source: 'CHANGELOG of @anthropic-ai/sdk 1.12.0',
    },
    {
      since: { [typescript]: '1.0.0' },
      fault: 'takes only one credential option',
      symptom: '`TypeError: Pass at most one of ...` when the client is made.',
      cure: 'Pass exactly one of `apiKey`, `authToken`, `credentials`, `config` and `profile`.',
      explains: ['auth-conflict'],
      source: 'source of @anthropic-ai/sdk 1.12.0 (2026-11-20)',
    },
    {
      since: { [typescript]: '1.0.0' },
      fault: 'has no Text Completions',
      symptom: '`client.completions` is undefined.',
      cure: 'Use `client.messages`.',
      explains: ['sdk-misuse', 'sdk-outdated'],
      source: 'source of @anthropic-ai/sdk 1.12.0 (2026-11-20)',
    },
    {
      since: { 'go:github.com/anthropics/anthropic-sdk-go': '2.0.0' },
      fault: 'has `/v2` at the end of its import path',
      symptom: 'The import is not found, or both major versions are built into one program.',
      cure: 'Import `github.com/anthropics/anthropic-sdk-go/v2`.',
      explains: ['sdk-not-installed', 'sdk-dependency-conflict'],
      source: migration,
    },
  ];
}

/** The changes, one for each package that made them. */
export function sdkChanges(): readonly SdkFault[] {
  return changes().flatMap(({ since, ...rest }) =>
    sdkPackages.flatMap(({ id }): readonly SdkFault[] => {
      const from = since[id];
      return from === undefined ? [] : [{ package: id, kind: 'change', affected: { from }, readOn, ...rest }];
    }),
  );
}
