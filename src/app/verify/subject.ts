import type { Exchange } from '../../capture/exchange/exchange.ts';
import { bodyText } from '../../capture/exchange/body-text.ts';
import { headerRecord } from '../../capture/exchange/headers.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';
import { isCredentialHeader } from '../../redactors/secret-headers.ts';
import { findIn } from '../check/found.ts';
import type { Host } from '../operation.ts';

/** The request of the incident, where it was kept whole. */
export function originalOf({ request }: Incident): StudiedRequest | undefined {
  const { text, isCut } = request.body;
  if (text === undefined || isCut === true) return undefined;
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  return {
    endpoint: pathOf(request.path),
    headers: withoutCredentials(headers),
    areHeadersKnown: true,
    text,
  };
}

/** The call of the application that is the one of the incident: to the same path, and the most alike. */
export function matching({ request }: Incident, calls: readonly Exchange[]): Exchange | undefined {
  const failed = (request.body.text ?? '').slice(0, mostCompared);
  return calls
    .filter(({ path }) => pathOf(path) === pathOf(request.path))
    .map((call) => ({
      call,
      common: commonLength((bodyText(call.body, call.headers).text ?? '').slice(0, mostCompared), failed),
    }))
    .toSorted((one, other) => other.common - one.common)[0]?.call;
}

const mostCompared = 100_000;

function commonLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** A call of the application, as a request that can be asked about. */
export function requestOfCall({ path, headers, body }: Exchange): StudiedRequest {
  return {
    endpoint: pathOf(path),
    headers: withoutCredentials(headerRecord(headers)),
    areHeadersKnown: true,
    text: bodyText(body, headers).text ?? '',
  };
}

/** The first request of a file of any kind that `faultline check` reads. */
export async function requestIn(file: string, host: Host): Promise<StudiedRequest> {
  const captures = (await findIn([file], host)).flatMap((one) => one.captures);
  const found = captures.find(({ kind }) => kind === 'request');
  if (!found) {
    throw new FaultlineError('no-request', `${file} holds answers and no request.`, 'Give a request.');
  }
  return {
    endpoint: found.endpoint ?? '/v1/messages',
    headers: withoutCredentials(found.headers ?? {}),
    areHeadersKnown: found.headersKnown ?? false,
    text: found.text,
  };
}

/** The shortest request that should work, with the model and the headers of the one that is repaired. */
export function shortRequest({ request }: Incident, repaired: StudiedRequest | undefined): StudiedRequest {
  const model = (repaired && bodyOf(repaired)?.model) ?? request.shape.model ?? 'claude-sonnet-5';
  return {
    endpoint: '/v1/messages',
    headers: { 'anthropic-version': '2023-06-01' },
    areHeadersKnown: true,
    text: JSON.stringify({ model, max_tokens: 16, messages: [{ role: 'user', content: 'Say yes.' }] }),
  };
}

function pathOf(path: string): string {
  return path.replace(/\?.*/, '');
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !isCredentialHeader(name) && !value.startsWith('[redacted')),
  );
}
