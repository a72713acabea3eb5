import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Version {
  readonly value: string | undefined;
  readonly isBody: boolean;
}

const value =
  /anthropic[-_]version["'`]?:? ["'`]([^"'`\n]{1,40})["'`] is not|version ["'`](20\d\d-\d\d-\d\d[^"'`\n]{0,20})["'`]/i;

/** The API version is missing, or is none that exists. */
export const versionHeader = defineCause<Version>({
  id: 'version-header',
  title: 'The API version is missing or unknown',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'anthropic-version: header is required' },
    { says: 'anthropic-version header is required' },
    { says: ['anthropic-version', 'is not a valid version'] },
    {
      says: ['anthropic-version:', 'invalid'],
      pattern: /anthropic-version:[^\n{}]{0,120}\binvalid(?!_)|\binvalid(?!_)[^\n{}]{0,120}anthropic-version:/i,
      certainty: 'likely',
    },
    {
      says: ['anthropic-version', 'is required'],
      pattern: /anthropic-version[^\n{}]{0,120}\bis required/i,
      certainty: 'likely',
    },
    { says: ['missing', 'anthropic-version header'], certainty: 'likely' },
    { says: ['unsupported anthropic-version'], certainty: 'likely' },
    { says: 'anthropic_version: field required' },
    { says: 'anthropic_version: input should be' },
    { says: 'anthropic_version: extra inputs are not permitted' },
    { says: 'required key [anthropic_version] not found' },
    { says: 'extraneous key [anthropic_version] is not permitted', certainty: 'likely' },
    { says: ['anthropic_version', 'is not a valid enum value'] },
    { says: ['invalid api version'], platform: ['bedrock', 'vertex'], certainty: 'likely' },
    { says: ['anthropic_version', 'is required'], certainty: 'likely' },
  ],
  recognize: ({ reading }, hit) => {
    const flat = reading?.flat ?? '';
    const found = value.exec(flat);
    return recognized(hit, { value: found?.[1] ?? found?.[2], isBody: /anthropic_version/.test(flat) });
  },
  explain: (version) => {
    if (version?.isBody === true) {
      return 'The request carries no fitting `anthropic_version`. On Bedrock (`bedrock-2023-05-31`) and Google Cloud (`vertex-2023-10-16`) the version stands in the body under that name; on the API itself it is the header `anthropic-version`, and the body has no such field.';
    }
    const sent =
      version?.value === undefined
        ? 'carries no `anthropic-version` header'
        : `asks for the version \`${version.value}\`, which does not exist`;
    return `The request ${sent}. Every direct call must name one of the API's versions; the official SDKs do so themselves, so it is missing where requests are made by hand, or where a gateway or proxy drops headers that it does not know.`;
  },
  remedies: (version) => [
    version?.isBody === true
      ? {
          action: 'Put the version where the platform expects it.',
          run: '{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": [...]}',
        }
      : { action: 'Send the header with every request.', run: "-H 'anthropic-version: 2023-06-01'" },
    { action: 'If your code does send it, let the gateway or proxy in between pass it on.' },
    { action: 'Or use the official SDK, which sets it.' },
  ],
  docs: pages.versioning,
});
