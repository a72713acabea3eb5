import type { Platform } from '../../core/evidence.ts';
import type { JsonObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Failure } from '../../experiments/ending.ts';
import { bodyOf } from '../../experiments/request.ts';
import { isIncidentId } from '../incidents/id.ts';
import type { Host } from '../operation.ts';
import { studiedIn } from '../reduce/studied.ts';

/** A request that was given, without its credential. */
export interface Subject {
  readonly endpoint: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly hasHeaders: boolean;
  readonly areHeadersKnown: boolean;
  readonly body: JsonObject;
  /** The body as it was given, where it is no JSON object. */
  readonly text?: string;
  readonly platform: Platform;
  /** The day of the failure (ISO), where it is known. */
  readonly day?: string;
  /** What is known to have happened, where it is an incident. */
  readonly known?: Failure;
  /** Where it was sent when it was recorded, where it is an incident. */
  readonly sentTo?: string;
  /** How it was read, where that is not plain. */
  readonly note?: string;
}

/** Reads a request: an incident of the store, or a file of any kind that `check` reads. */
export async function subjectOf(operand: string, host: Host): Promise<Subject> {
  const { request, hasHeaders, platform, day, known, note, baseUrl } = await studiedIn(operand, host, {
    withLibraryHeaders: true,
  });
  const { endpoint, headers, areHeadersKnown, text } = request;
  const body = bodyOf(request);
  return {
    endpoint,
    headers,
    hasHeaders,
    areHeadersKnown,
    body: body ?? {},
    platform,
    ...(body ? {} : { text }),
    ...present({ day, known, note, sentTo: isIncidentId(operand) ? baseUrl : undefined }),
  };
}
