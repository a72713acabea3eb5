import { FaultlineError } from '../../core/error.ts';
import type { HeaderList, Incident } from '../../core/incident.ts';
import { isSecretHeader } from '../../redactors/secret-headers.ts';
import { leaksIn } from '../../redactors/verify.ts';
import { outputRedaction } from '../output-redaction.ts';
import { unpack } from '../unpack.ts';

/** Parameters of a query whose value is a credential. */
const secretParameter = /([?&](?:[\w-]*(?:key|token|secret|signature|credential|password|auth|sig|code))=)[^&#]+/gi;

/** Headers as an incident keeps them. */
export function sanitizedHeaders(flat: readonly string[]): HeaderList {
  const list: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const name = flat[at] ?? '';
    const value = flat[at + 1] ?? '';
    list.push([name, isSecretHeader(name) ? `[redacted header, ${value.length} characters]` : value]);
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
  return outputRedaction().redactValue(value).value as T;
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
  const [leak] = leaksIn(text, { gunzip: unpack });
  if (leak === undefined) return;
  throw new FaultlineError(
    'secret-left',
    `${refusal}: at character ${leak.at} stands what looks like a secret (${leak.rule}; it ${leak.reason}).`,
    'The call itself was not touched. Please report which kind of text it was.',
  );
}
