import type { Platform } from '../core/evidence.ts';
import { isObject, parsedJson, type JsonObject } from '../core/json.ts';
import type { Target } from '../core/probe.ts';
import type { HttpAnswer, HttpQuestion } from '../core/world.ts';

/** A request as an experiment asks about it; it holds no credential. */
export interface StudiedRequest {
  /** The path of the call: `/v1/messages`. */
  readonly endpoint: string;
  /** Lower-case names; credentials are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether `headers` holds everything that was sent but the credential. */
  readonly areHeadersKnown: boolean;
  /** The body as text, as it goes over the wire. */
  readonly text: string;
}

/** Where and when a request is judged: what an experiment can vary besides the request. */
export interface Environment {
  readonly platform: Platform;
  /** The day to judge by (ISO). */
  readonly day: string;
  /** Where live calls go, and with which credential; without it nothing is asked live. */
  readonly target?: Target;
  /** Sends a live call. Another way (an address family, a proxy, a library) is another function. */
  readonly send?: (question: HttpQuestion) => Promise<HttpAnswer>;
}

/** The body of a request, where it is an object; a text that is no JSON has no parts. */
export function bodyOf({ text }: StudiedRequest): JsonObject | undefined {
  const body = parsedJson(text);
  return isObject(body) ? body : undefined;
}
