import { FaultlineError } from '../../core/error.ts';
import type { HeaderList, Incident } from '../../core/incident.ts';
import { credentialsIn, withoutOwnCredentials } from '../../redactors/own-credentials.ts';
import { isSecretHeader } from '../../redactors/secret-headers.ts';
import { textsIn } from '../../redactors/texts.ts';
import { redactedValue } from '../../redactors/value.ts';
import { leaksIn } from '../../redactors/verify.ts';
import { outputRedaction } from '../output-redaction.ts';
import { unpack } from '../unpack.ts';
import type { Exchange } from './exchange.ts';

/** Parameters of a query whose value is a credential. */
const secretParameter = /([?&](?:[\w-]*(?:key|token|secret|signature|credential|password|auth|sig|code))=)([^&#]+)/gi;

/** The credentials that a request carries in its headers and its query, whatever their form. */
export function credentialsOf({ headers, path, upstream }: Exchange): readonly string[] {
  const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as const] : []));
  const parameters = [...path.matchAll(secretParameter)].flatMap(([, , value = '']) => [value, unescaped(value)]);
  const { host } = new URL(upstream);
  // What names the host is a placeholder, and stands in the open.
  return credentialsIn(pairs, parameters).filter((secret) => !host.includes(secret.toLowerCase()));
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

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

/** A copy of plain data with every text in it redacted, names of members too; `credentials` are those of its call. */
export function redacted<T>(value: T, credentials: readonly string[]): T {
  const { redact } = outputRedaction();
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return redactedValue(value, (text) => redact(withoutOwnCredentials(text, credentials))).value as T;
}

/**
 * The record that enters a store, looked through once more as it will be written, by a verifier that shares nothing with
 * the redactors. Where it finds a secret, which is a fault of ours, the error says where that stands.
 */
export function sealed(incident: Incident, credentials: readonly string[]): string {
  const record = JSON.stringify(incident);
  refuseLeaks(record, 'An incident was not kept', credentials);
  return record;
}

/** Throws where an incident still says one of the words that its user calls secret. */
export function refuseWords(incident: Incident, refusal: string, words: readonly string[] = []): void {
  if (words.length === 0) return;
  // What stands in the place of a secret is in words of ours.
  const texts = textsIn({ ...incident, id: '', at: '' }).map((text) =>
    text.replaceAll(/\[redacted [^\]]{0,100}\]/g, ''),
  );
  refuseLeaks(JSON.stringify(texts), refusal, words);
}

/** Throws where a text that is about to be written still holds what looks like a secret, or one of those that are known. */
export function refuseLeaks(text: string, refusal: string, words: readonly string[] = []): void {
  const [leak] = leaksIn(text, { gunzip: unpack, words });
  if (leak === undefined) return;
  throw new FaultlineError(
    'secret-left',
    `${refusal}: at character ${leak.at} stands what looks like a secret (${leak.rule}; it ${leak.reason}).`,
    'The call itself was not touched. Please report which kind of text it was.',
  );
}
