import { endpointOf } from '../capture/request/endpoint.ts';
import { checkRequest, type Problem } from '../check/index.ts';
import { checkResponse } from '../check/response/response.ts';
import { checkText } from '../check/text/body.ts';
import type { Platform } from '../core/evidence.ts';
import { parsedJson } from '../core/json.ts';
import { present } from '../core/present.ts';
import { isEventStream } from './attempt/watch-answer.ts';
import { RequestRefusedError } from './request-refused.ts';
import {
  earlierAttempts,
  isSdkClient,
  middlewareOf,
  type SdkClient,
  type SdkContext,
  type SdkMiddleware,
  type SdkRequest,
} from './sdk.ts';

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

/**
 * Guards the calls of an official TypeScript SDK client: a request that the API would refuse does not leave.
 * `guard(client)` gives a guarded copy; `guard(options)` gives the middleware, for `new Anthropic({ middleware: [...] })`.
 */
export function guard<C extends SdkClient>(client: C, options?: GuardOptions): C;
export function guard(options?: GuardOptions): SdkMiddleware;
export function guard<C extends SdkClient>(
  target: C | GuardOptions = {},
  options: GuardOptions = {},
): C | SdkMiddleware {
  if (!isSdkClient(target)) return guardWith(target);
  // Last, so that it sees what the middleware before it made of the request.
  return target.withOptions({ middleware: [...middlewareOf(target), guardWith(options)] });
}

function guardWith(options: GuardOptions): SdkMiddleware {
  return async (request, next, context) => {
    const { isMessagesCall } = endpointOf(request.url);
    if (!isMessagesCall || request.method?.toUpperCase() !== 'POST' || typeof request.body !== 'string') {
      return next(request);
    }
    const tell = teller(options, context, request.url);
    // A retry sends what was judged before.
    if (earlierAttempts(request.headers) === 0) {
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

function requestProblems(request: SdkRequest, options: GuardOptions): readonly Problem[] {
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

function teller({ onProblem }: GuardOptions, { logger }: SdkContext, url: string): Tell {
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
async function judgeAnswer(response: Response, requestText: string, tell: Tell, context: SdkContext): Promise<void> {
  const requestId = response.headers.get('request-id') ?? undefined;
  const judged = tellOfAnswer(response.clone(), requestText, context, (problem) =>
    tell(problem, { part: 'response', ...present({ requestId }) }),
  );
  if (isEventStream(response))
    void judged.catch((error: unknown) => context.logger.error('faultline: onProblem threw', error));
  else await judged;
}

async function tellOfAnswer(
  copy: Response,
  requestText: string,
  context: SdkContext,
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

/** A guard must never be the reason that a good call fails: when judging crashes, the call goes on. */
function orNothing(judge: () => readonly Problem[], { logger }: SdkContext): readonly Problem[] {
  try {
    return judge();
  } catch (error) {
    logger.error('faultline: the guard could not judge this call; please report it', error);
    return [];
  }
}
