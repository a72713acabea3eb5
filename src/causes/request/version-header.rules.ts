import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { apiVersions } from '../../facts/messages/lengths.ts';

const cause = 'version-header';
/** What the clouds' packages write into the body instead. */
const cloudVersions = new Set(['bedrock-2023-05-31', 'vertex-2023-10-16']);
/** Headers of a capture on the wire; a list of what the caller set lacks them. */
const wireHeaders = ['host', 'user-agent', 'content-length', 'accept-encoding', 'connection'];

const versionMissing = defineRule<undefined>({
  cause,
  row: 'version-header-missing',
  phase: 'transport',
  platforms: ['direct', 'aws', 'foundry'],
  // The SDKs add the header, so that its absence shows in a capture of the wire only.
  severity: (_, view) => (isWireCapture(view) ? 'error' : 'warning'),
  find: (view) => (view.areHeadersKnown && view.apiVersion === undefined && hasAnyHeader(view) ? [undefined] : []),
  path: () => '',
  at: () => [],
  message: () => 'anthropic-version: header is required',
  why: (_, view) =>
    isWireCapture(view)
      ? 'The request was sent without `anthropic-version`.'
      : 'The headers given lack `anthropic-version`; the official SDKs add it, other clients must send it.',
});

const versionUnknown = defineRule<string>({
  cause,
  row: 'version-header-invalid',
  phase: 'transport',
  severity: 'warning',
  platforms: ['direct', 'aws', 'foundry'],
  find: ({ apiVersion }) =>
    apiVersion === undefined || apiVersions.includes(apiVersion) || cloudVersions.has(apiVersion) ? [] : [apiVersion],
  path: () => '',
  at: () => [],
  message: (version) => `anthropic-version: "${version}" is not a valid version`,
  why: () => `Known versions are ${apiVersions.join(', ')}.`,
});

function isWireCapture({ headers }: RequestView): boolean {
  return wireHeaders.some((name) => headers[name] !== undefined);
}

function hasAnyHeader({ headers }: RequestView): boolean {
  return Object.keys(headers).length > 0;
}

/** Rules about `anthropic-version`. */
export const versionHeaderRules = [versionMissing, versionUnknown] as const;
