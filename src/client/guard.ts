import { endpointOf } from '../capture/request/endpoint.ts';
import { checkRequest, type Problem } from '../check/index.ts';
import { checkResponse } from '../check/response/response.ts';
import { checkText } from '../check/text/body.ts';
import { FaultlineError } from '../core/error.ts';
import type { Platform } from '../core/evidence.ts';
import { isArray, parsedJson } from '../core/json.ts';
import { present } from '../core/present.ts';
import { RequestRefusedError } from './request-refused.ts';

/** What a problem was found in. */
export interface GuardedCall {
  readonly part: 'request' | 'response';
  readonly url: string;
  /** `request-id` of the answer. */
  readonly requestId?: string;
}

/** How a guard judges, and what it does with what it finds. */
export interface GuardOptions {
  /** `throw` (the default) lets no request leave that the API would refuse; `warn` lets every request leave. */
  readonly mode?: 'throw' | 'warn';
  /**
   * Gets every problem that is not thrown; what it throws itself, the call fails with. Without it problems are written to
   * the client's logger as warnings.
   */
  readonly onProblem?: (problem: Problem, call: GuardedCall) => void;
  /** Judges answers too. What is found in an answer is told and never thrown, and its body stays unread. */
  readonly answers?: boolean;
  /** Told by the URL unless said. Behind a proxy of your own, say what stands behind it. */
  readonly platform?: Platform;
  /** The day to judge by (ISO); the day of the call unless said. */
  readonly asOf?: string;
}

/** A request as the SDK hands it to a middleware. */
export interface GuardedRequest {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** What a guard uses of the context that the SDK hands to a middleware. */
export interface GuardContext {
  readonly logger: {
    warn(message: string, ...rest: unknown[]): void;
    error(message: string, ...rest: unknown[]): void;
  };
}

/** A middleware of the official TypeScript SDK. */
export type GuardMiddleware = <R extends GuardedRequest>(
  request: R,
  next: (request: R) => Promise<Response>,
  context: GuardContext,
) => Promise<Response>;

/** A client of the official TypeScript SDK, for any platform. */
export interface GuardableClient {
  readonly middleware: readonly unknown[];
  withOptions(options: { readonly middleware?: readonly unknown[] | undefined }): this;
}

/**
 * Guards the calls of an official TypeScript SDK client: a request that the API would refuse does not leave.
 * `guard(client)` gives a guarded copy; `guard(options)` gives the middleware, for `new Anthropic({ middleware: [...] })`.
 */
export function guard<C extends GuardableClient>(client: C, options?: GuardOptions): C;
export function guard(options?: GuardOptions): GuardMiddleware;
export function guard<C extends GuardableClient>(
  target: C | GuardOptions = {},
  options: GuardOptions = {},
): C | GuardMiddleware {
  if (!isClient(target)) return guardWith(target);
  const { middleware } = target;
  if (!isArray(middleware)) {
    throw new FaultlineError(
      'client-without-middleware',
      'This client takes no middleware, so it cannot be guarded.',
      'Update @anthropic-ai/sdk (`npm install @anthropic-ai/sdk@latest`), or call `checkRequest` before each call.',
    );
  }
  // Last, so that it sees what the middleware before it made of the request.
  return target.withOptions({ middleware: [...middleware, guardWith(options)] });
}

function isClient<C extends GuardableClient>(target: C | GuardOptions): target is C {
  return 'withOptions' in target;
}

function guardWith(options: GuardOptions): GuardMiddleware {
  return async (request, next, context) => {
    const { isMessagesCall } = endpointOf(request.url);
    if (!isMessagesCall || request.method?.toUpperCase() !== 'POST' || typeof request.body !== 'string') {
      return next(request);
    }
    const tell = teller(options, context, request.url);
    // A retry sends what was judged before.
    if (Number(request.headers.get('x-stainless-retry-count') ?? 0) === 0) {
      const problems = orNothing(() => requestProblems(request, options), context);
      const errors = problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0 && options.mode !== 'warn') throw new RequestRefusedError(problems);
      for (const problem of problems) tell(problem, { part: 'request' });
    }
    const response = await next(request);
    if (options.answers === true && response.ok) await judgeAnswer(response, request.body, tell, context);
    return response;
  };
}

function requestProblems(request: GuardedRequest, options: GuardOptions): readonly Problem[] {
  const { endpoint, platform } = endpointOf(request.url);
  const circumstances = {
    ...present({ endpoint, platform: options.platform ?? platform }),
    headers: Object.fromEntries(request.headers),
    headersKnown: true,
    asOf: options.asOf ?? new Date().toISOString().slice(0, 10),
  };
  const text = String(request.body);
  const body = parsedJson(text);
  return (body === undefined ? checkText(text, circumstances) : checkRequest(body, circumstances)).problems;
}

type Tell = (problem: Problem, found: Omit<GuardedCall, 'url'>) => void;

function teller({ onProblem }: GuardOptions, { logger }: GuardContext, url: string): Tell {
  return (problem, found) => {
    if (onProblem) onProblem(problem, { ...found, url });
    else logger.warn(`faultline: ${found.part}: ${sentence(problem)}`);
  };
}

function sentence({ path, message }: Problem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/**
 * Judges a copy of the answer. A whole answer is judged before it is handed on; a stream when its end was read, so
 * that events reach the program without delay.
 */
async function judgeAnswer(response: Response, requestText: string, tell: Tell, context: GuardContext): Promise<void> {
  const requestId = response.headers.get('request-id') ?? undefined;
  const judged = tellOfAnswer(response.clone(), requestText, context, (problem) =>
    tell(problem, { part: 'response', ...present({ requestId }) }),
  );
  if (isStream(response))
    void judged.catch((error: unknown) => context.logger.error('faultline: onProblem threw', error));
  else await judged;
}

async function tellOfAnswer(
  copy: Response,
  requestText: string,
  context: GuardContext,
  tell: (problem: Problem) => void,
): Promise<void> {
  // A connection that breaks is the client's to report, and so is an abort.
  const text = await copy.text().catch(() => undefined);
  if (text === undefined) return;
  const problems = orNothing(() => checkResponse(text, { request: parsedJson(requestText) }).problems, context);
  for (const problem of problems) {
    // What comes next in a conversation that goes well is no news to a program.
    if (problem.phase !== 'advice') tell(problem);
  }
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.includes('event-stream') === true;
}

/** A guard must never be the reason that a good call fails: when judging crashes, the call goes on. */
function orNothing(judge: () => readonly Problem[], { logger }: GuardContext): readonly Problem[] {
  try {
    return judge();
  } catch (error) {
    logger.error('faultline: the guard could not judge this call; please report it', error);
    return [];
  }
}
