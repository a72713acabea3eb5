import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import { isObject, parsedJson, type JsonObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Captured } from '../../capture/request/captured.ts';
import type { Failure } from '../../experiments/ending.ts';
import { failureOfVerdict } from '../../experiments/oracles/answer.ts';
import { isCredentialHeader } from '../../redactors/secret-headers.ts';
import { findIn } from '../check/found.ts';
import { isIncidentId } from '../incidents/id.ts';
import type { Host } from '../operation.ts';

/** A request that was given, without its credential. */
export interface Subject {
  readonly name: string;
  readonly endpoint: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly hasHeaders: boolean;
  readonly areHeadersKnown: boolean;
  readonly body: JsonObject;
  /** The body as it was given, where it is no JSON object. */
  readonly text?: string;
  readonly platform?: Platform;
  /** What is known to have happened, where it is an incident. */
  readonly known?: Failure;
}

/** Reads a request: an incident of the store, or the first request of a file of any kind that `check` reads. */
export async function subjectOf(arg: string, host: Host): Promise<Subject> {
  const captures = (await findIn([arg], host)).flatMap((one) => one.captures);
  const found = captures.find(({ kind }) => kind === 'request');
  if (!found) {
    throw new FaultlineError('no-request', `${arg} holds answers and no request.`, 'Give the request of the call.');
  }
  const subject = subjectFrom(found, arg);
  if (!isIncidentId(arg)) return subject;
  const { storedVerdict } = await import('../incidents/stored.ts');
  return { ...subject, known: failureOfVerdict(await storedVerdict(arg, host)) };
}

function subjectFrom({ text, headers, headersKnown, endpoint, platform }: Captured, name: string): Subject {
  const body = parsedJson(text);
  return {
    name,
    endpoint: endpoint ?? '/v1/messages',
    headers: Object.fromEntries(Object.entries(headers ?? {}).filter(([header]) => !isCredentialHeader(header))),
    hasHeaders: headers !== undefined,
    areHeadersKnown: headersKnown ?? false,
    body: isObject(body) ? body : {},
    ...(isObject(body) ? {} : { text }),
    ...present({ platform }),
  };
}
