import { withoutSecrets } from '../capture/pasted.ts';
import { withoutCustomSecrets } from '../capture/output-redaction.ts';
import { headersFrom } from '../capture/request/headers.ts';
import { textOf } from '../core/json.ts';
import { present } from '../core/present.ts';
import { credentialsIn, withoutOwnCredentials } from '../redactors/own-credentials.ts';
import type { CustomSecrets } from '../redactors/custom.ts';
import { isSecretHeader } from '../redactors/secret-headers.ts';
import { begin, type Attempt } from './attempt/attempt.ts';
import type { FailedAttempt } from './attempt/failed-attempt.ts';
import type { ShapedRequest } from './attempt/call-shape.ts';
import { watchAnswer } from './attempt/watch-answer.ts';
import { systemClock, type Clock } from './clock.ts';
import { fetchCall, type Fetch } from './fetch-call.ts';
import { earlierAttempts, isSdkClient, middlewareOf, signalsOf, type SdkClient, type SdkMiddleware } from './sdk.ts';
import { call, warnProcess, type Trouble } from './trouble.ts';

/** One failing attempt as it is kept: what was judged, and the request without its secrets. */
export interface CapturedIncident {
  readonly failure: FailedAttempt;
  /** Without its query. */
  readonly url: string;
  /** By lower-case name; the values of credentials are left out. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Where bodies are kept. */
  readonly requestBody?: string;
  /** By lower-case name; absent where there was no answer. */
  readonly responseHeaders?: Readonly<Record<string, string>>;
}

/** What is done with attempts that fail. */
export interface CaptureOptions {
  /** Is told of every attempt that fails. What it throws is a warning of the process, and never fails the call. */
  readonly onFailure?: (failure: FailedAttempt) => unknown;
  /** Keeps incidents: `incidentStore()`, which `faultline incidents` lists, or one of your own. */
  readonly store?: (incident: CapturedIncident) => unknown;
  /** Whether incidents hold the body of the request, without its secrets; it is what people wrote, so not unless said. */
  readonly bodies?: boolean;
  /** What else is to be taken out of everything that is told and kept: words in any case, and patterns. */
  readonly redact?: CustomSecrets;
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
  const clean = withoutCustomSecrets(options.redact);
  return (request, next, { logger, options: callOptions }) =>
    observe(request, () => next(request), options, {
      clean,
      number: earlierAttempts(request.headers) + 1,
      trouble: (message, error) => logger.error(message, error),
      ...signalsOf(request, callOptions),
    });
}

/** The same fetch, with every attempt that fails judged. */
export function capturingFetch(fetch: Fetch, options: CaptureOptions): Fetch {
  const clean = withoutCustomSecrets(options.redact);
  return async (input, init) => {
    const { request, number } = fetchCall(input, init);
    const send = (): Promise<Response> => fetch(input, init);
    return observe(request, send, options, {
      clean,
      number,
      trouble: warnProcess,
      ...present({ signal: request.signal }),
    });
  };
}

interface Circumstances {
  readonly number: number;
  readonly trouble: Trouble;
  /** Takes out what the user calls secret. */
  readonly clean: <T>(value: T) => T;
  readonly signal?: AbortSignal;
  readonly transport?: AbortSignal;
  readonly limitMs?: number;
}

async function observe(
  request: ShapedRequest,
  send: () => Promise<Response>,
  options: CaptureOptions,
  { number, trouble, clean, ...signals }: Circumstances,
): Promise<Response> {
  const { clock = systemClock } = options;
  const attempt: Attempt = { request, number, clock, startedAt: clock.now(), ...signals };
  const tell = (failure: FailedAttempt, response?: Response): void => {
    call(options.onFailure, 'onFailure', trouble, clean(failure));
    if (options.store) call(options.store, 'store', trouble, clean(incidentOf(failure, request, response, options)));
  };
  const begun = await begin(attempt, send);
  switch (begun.kind) {
    case 'answered':
      return watchAnswer(attempt, begun.response, begun.headersMs, (failure) => tell(failure, begun.response));
    case 'refused':
      tell(begun.failure, begun.response);
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
  { url, headers, body }: ShapedRequest,
  response: Response | undefined,
  { bodies }: CaptureOptions,
): CapturedIncident {
  const clean = (text: string): string => withoutSecrets(withoutOwnCredentials(text, credentialsIn(headers)));
  const cleaned = (all: Headers): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(headersFrom([...all]) ?? {}).map(([name, value]) => [
        name,
        isSecretHeader(name) ? 'removed' : clean(value),
      ]),
    );
  return {
    failure,
    url: clean(url.replace(/[?#].*$/, '').replace(/^(\w+:\/\/)[^/@]*@/, '$1')),
    requestHeaders: cleaned(headers),
    ...present({
      requestBody: bodies === true && textOf(body) !== undefined ? clean(String(body)) : undefined,
      responseHeaders: response && cleaned(response.headers),
    }),
  };
}
