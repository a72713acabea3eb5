import { withoutSecrets } from '../capture/pasted.ts';
import { headersFrom } from '../capture/request/headers.ts';
import { textOf } from '../core/json.ts';
import { present } from '../core/present.ts';
import { credentialsIn, withoutOwnCredentials } from '../redactors/own-credentials.ts';
import { begin, type Attempt } from './attempt/attempt.ts';
import type { FailedAttempt } from './attempt/failed-attempt.ts';
import type { ShapedRequest } from './attempt/request-shape.ts';
import { watchAnswer } from './attempt/watch-answer.ts';
import { systemClock, type Clock } from './clock.ts';
import { fetchCall, type Fetch } from './fetch-call.ts';
import { earlierAttempts, isSdkClient, middlewareOf, signalsOf, type SdkClient, type SdkMiddleware } from './sdk.ts';
import { call, warnProcess, type Trouble } from './trouble.ts';

/** One failing attempt as it is kept: what was judged, and the request without its secrets. */
export interface CapturedIncident {
  readonly failure: FailedAttempt;
  /** By lower-case name; the values of credentials are left out. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Where bodies are kept. */
  readonly requestBody?: string;
}

/** What is done with attempts that fail. */
export interface CaptureOptions {
  /** Is told of every attempt that fails. What it throws is a warning of the process, and never fails the call. */
  readonly onFailure?: (failure: FailedAttempt) => unknown;
  /** Keeps incidents: the store of Faultline, or one of your own. */
  readonly store?: (incident: CapturedIncident) => unknown;
  /** Whether incidents hold the body of the request, without its secrets; it is what people wrote, so not unless said. */
  readonly bodies?: boolean;
  readonly clock?: Clock;
}

/**
 * Judges every attempt that fails, and changes nothing: `capture(client, options)` gives a client like it,
 * `capture(options)` a middleware for `new Anthropic({ middleware: [...] })`.
 */
export function capture<C extends SdkClient>(client: C, options: CaptureOptions): C;
export function capture(options: CaptureOptions): SdkMiddleware;
export function capture<C extends SdkClient>(
  target: C | CaptureOptions,
  options: CaptureOptions = {},
): C | SdkMiddleware {
  if (!isSdkClient(target)) return captureWith(target);
  // Last, so that it sees every attempt, and what the middleware before it made of the request.
  return target.withOptions({ middleware: [...middlewareOf(target), captureWith(options)] });
}

function captureWith(options: CaptureOptions): SdkMiddleware {
  return (request, next, { logger, options: callOptions }) =>
    observe(request, () => next(request), options, {
      number: earlierAttempts(request.headers) + 1,
      trouble: (message, error) => logger.error(message, error),
      ...signalsOf(request, callOptions),
    });
}

/** The same fetch, with every attempt that fails judged. */
export function capturingFetch(fetch: Fetch, options: CaptureOptions): Fetch {
  return async (input, init) => {
    const { request, number } = fetchCall(input, init);
    const send = (): Promise<Response> => fetch(input, init);
    return observe(request, send, options, {
      number,
      trouble: warnProcess,
      ...present({ signal: request.signal }),
    });
  };
}

interface Circumstances {
  readonly number: number;
  readonly trouble: Trouble;
  readonly signal?: AbortSignal;
  readonly transport?: AbortSignal;
  readonly limitMs?: number;
}

async function observe(
  request: ShapedRequest,
  send: () => Promise<Response>,
  options: CaptureOptions,
  { number, trouble, ...signals }: Circumstances,
): Promise<Response> {
  const { clock = systemClock } = options;
  const attempt: Attempt = { request, number, clock, startedAt: clock.now(), ...signals };
  const tell = (failure: FailedAttempt): void => {
    call(options.onFailure, 'onFailure', trouble, failure);
    if (options.store) call(options.store, 'store', trouble, incidentOf(failure, request, options));
  };
  const begun = await begin(attempt, send);
  switch (begun.kind) {
    case 'answered':
      return watchAnswer(attempt, begun.response, begun.headersMs, tell);
    case 'refused':
      tell(begun.failure);
      return begun.response;
    case 'unanswered':
      tell(begun.failure);
      throw begun.error;
    case 'ended':
      throw begun.error;
  }
}

function incidentOf(
  failure: FailedAttempt,
  { headers, body }: ShapedRequest,
  { bodies }: CaptureOptions,
): CapturedIncident {
  const clean = (text: string): string => withoutSecrets(withoutOwnCredentials(text, credentialsIn(headers)));
  const kept = headersFrom([...headers]) ?? {};
  return {
    failure,
    requestHeaders: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, clean(value)])),
    ...present({ requestBody: bodies === true && textOf(body) !== undefined ? clean(String(body)) : undefined }),
  };
}
