import { FaultlineError } from '../../core/error.ts';
import type { HeaderList, Incident } from '../../core/incident.ts';
import { redact } from '../../redactors/index.ts';

/** Headers whose value is a credential or a person's, whatever it looks like. */
const secretHeader =
  /^(?:x-api-key|api-key|authorization|proxy-authorization|proxy-authenticate|cookie|set-cookie|x-amz-security-token|x-goog-api-key|x-goog-iam-authorization-token|ocp-apim-subscription-key|x-forwarded-for|x-real-ip|cf-connecting-ip|.*-(?:token|secret|password|api-?key|access-key))$/i;
/** Headers that end like a secret and count tokens. */
const harmlessHeader = /^anthropic-ratelimit-|^x-stainless-/i;
/** Parameters of a query whose value is a credential. */
const secretParameter = /([?&](?:[\w-]*(?:key|token|secret|signature|credential|password|auth|sig|code))=)[^&#]+/gi;

/** Headers as an incident keeps them. */
export function sanitizedHeaders(flat: readonly string[]): HeaderList {
  const list: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const name = flat[at] ?? '';
    const value = flat[at + 1] ?? '';
    const isSecret = secretHeader.test(name) && !harmlessHeader.test(name);
    list.push([name, isSecret ? `[redacted header, ${value.length} characters]` : value]);
  }
  return list;
}

/** A path without the credentials of its query. */
export function sanitizedPath(path: string): string {
  return path.replace(secretParameter, '$1[redacted]');
}

/** A copy of plain data with every text in it redacted, names of members too. */
export function redacted<T>(value: T): T {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return copyWithout(value) as T;
}

function copyWithout(value: unknown): unknown {
  if (typeof value === 'string') return redact(value).text;
  if (Array.isArray(value)) return value.map(copyWithout);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [redact(name).text, copyWithout(inner)]));
}

/**
 * The record that enters a store, looked through once more as it will be written. Where a secret is still found, which
 * is a fault of ours, it is not written, and the error says where the secret stood.
 */
export function sealed(incident: Incident): string {
  const record = JSON.stringify(incident);
  const [left] = redact(record).redactions;
  if (left === undefined) return record;
  throw new FaultlineError(
    'secret-left',
    `An incident was not kept: at character ${left.at} of its record stands what looks like a secret (${left.kind}).`,
    'The call itself was not touched. Please report which kind of text it was; `--no-bodies` keeps incidents without it.',
  );
}
