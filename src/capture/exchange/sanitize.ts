import { createHmac, randomBytes } from 'node:crypto';
import { unzipSync } from 'node:zlib';
import { FaultlineError } from '../../core/error.ts';
import type { HeaderList, Incident } from '../../core/incident.ts';
import { createRedaction } from '../../redactors/index.ts';
import type { Redacting } from '../../redactors/redaction.ts';
import { leaksIn } from '../../redactors/verify.ts';

const mostUnpackedBytes = 16 << 20;

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

/** Takes the secrets out of one record; equal secrets of it get equal marks, which say nothing outside it. */
function newRedaction(): Redacting {
  const key = randomBytes(32);
  return createRedaction({
    gunzip: unpacked,
    fingerprint: (secret) => createHmac('sha256', key).update(secret).digest('base64url').slice(0, 8),
  });
}

/** A copy of plain data with every text in it redacted, names of members too. */
export function redacted<T>(value: T): T {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return newRedaction().redactValue(value).value as T;
}

/**
 * The record that enters a store, looked through once more as it will be written, by a verifier that shares nothing with
 * the redactors. Where it finds a secret, which is a fault of ours, the error says where that stands.
 */
export function sealed(incident: Incident): string {
  const record = JSON.stringify(incident);
  refuseLeaks(record, 'An incident was not kept');
  return record;
}

/** Throws where a text that is about to be written still holds what looks like a secret. */
export function refuseLeaks(text: string, refusal: string): void {
  const [leak] = leaksIn(text, { gunzip: unpacked });
  if (leak === undefined) return;
  throw new FaultlineError(
    'secret-left',
    `${refusal}: at character ${leak.at} stands what looks like a secret (${leak.rule}; it ${leak.reason}).`,
    'The call itself was not touched. Please report which kind of text it was.',
  );
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
  } catch {
    return undefined;
  }
}
