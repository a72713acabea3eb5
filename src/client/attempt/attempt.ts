import { endpointOf } from '../../capture/request/endpoint.ts';
import { isFaultlineError } from '../../core/error.ts';
import { parsedJson } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Clock } from '../clock.ts';
import type { EventScan } from './event-scan.ts';
import type { FailedAttempt } from './failed-attempt.ts';
import { isTimeout, judgeFailure, type SeenFailure } from './judge.ts';
import type { ShapedRequest } from './call-shape.ts';
import { beginningOf } from './watched-body.ts';

/** As much of an error's body as is read; the API's own are far shorter. */
export const mostErrorBytes = 65_536;

/** One HTTP try that is under way. */
export interface Attempt {
  readonly request: ShapedRequest;
  /** Of its call, from 1. */
  readonly number: number;
  readonly clock: Clock;
  readonly startedAt: number;
  /** Of the caller; when it was aborted, nothing has failed. */
  readonly signal?: AbortSignal;
  /** The SDK's own signal, by which it ends an attempt that takes too long, and every attempt that its caller ends. */
  readonly transport?: AbortSignal;
  /** How long the SDK waits for the headers of an answer. */
  readonly limitMs?: number;
}

/** How an attempt went until the headers of an answer were there, or nothing more was to come. */
export type Begun =
  | { readonly kind: 'answered'; readonly response: Response; readonly headersMs: number }
  | { readonly kind: 'refused'; readonly response: Response; readonly failure: FailedAttempt }
  | { readonly kind: 'unanswered'; readonly error: unknown; readonly failure: FailedAttempt }
  /** Ended by the caller, or refused by Faultline itself: nothing that can be judged. */
  | { readonly kind: 'ended'; readonly error: unknown };

/** What was judged already, by the answer or the error that it is about: a middleware further out need not do it again. */
const judged = new WeakMap<object, FailedAttempt>();

/** Sends a request, and judges what comes back when that is an error. */
export async function begin(attempt: Attempt, send: () => Promise<Response>): Promise<Begun> {
  let response: Response;
  try {
    response = await send();
  } catch (error) {
    if (isFaultlineError(error) || isEndedByCaller(attempt, error)) return { kind: 'ended', error };
    const thrown = attempt.transport?.aborted === true ? ranOut(attempt) : error;
    return { kind: 'unanswered', error, failure: once(error, () => failed(attempt, 'unanswered', { thrown })) };
  }
  const headersMs = elapsed(attempt);
  if (response.ok) return { kind: 'answered', response, headersMs };
  const known = judged.get(response);
  if (known) return { kind: 'refused', response, failure: known };
  const body = await beginningOf(response, mostErrorBytes);
  return {
    kind: 'refused',
    response,
    failure: once(response, () => failed(attempt, 'refused', { response, body }, headersMs)),
  };
}

/** What the SDK makes of an attempt that it ended itself. */
function ranOut({ limitMs }: Attempt): Error {
  const limit = limitMs === undefined ? '' : ` after ${limitMs} ms`;
  return new DOMException(`Request timed out${limit}.`, 'TimeoutError');
}

/** Whether an attempt ended because its caller wanted that; a time limit that ran out is a failure. */
function isEndedByCaller({ signal }: Attempt, error: unknown): boolean {
  if (signal?.aborted !== true) return false;
  return !isTimeout(signal.reason) && !isTimeout(error);
}

/** Whether a body broke off because its reader wanted that: the time limit of the SDK ends with the headers. */
export function isLeft(attempt: Attempt, error: unknown): boolean {
  return attempt.transport?.aborted === true || isEndedByCaller(attempt, error);
}

/** An answer of which the body broke off. */
export function brokenAnswer(
  attempt: Attempt,
  seen: { readonly response: Response; readonly body?: string; readonly headersMs: number },
  what: { readonly scan?: EventScan; readonly thrown?: unknown; readonly remark?: string },
): FailedAttempt {
  const { response, headersMs } = seen;
  const { scan, thrown, remark } = what;
  const body = scan ? [scan.skeleton(), foreign(scan.rest())].join('\n') : seen.body;
  const progress = scan?.progress();
  const details = present({
    response,
    body,
    thrown,
    remark,
    stream: progress !== undefined && progress.events > 0 ? progress : undefined,
    hasOutput: scan?.hasOutput(),
  });
  const judge = (): FailedAttempt => failed(attempt, 'broken', details, headersMs);
  return thrown === undefined ? judge() : once(thrown, judge);
}

/** What stands behind the last event, unless it is the beginning of another: the model's text has no place in a log. */
function foreign(rest: string): string {
  return /^\s*(?:event:|data:)/.test(rest) ? '' : rest.slice(0, mostErrorBytes);
}

/** Whether a call is answered with one JSON object, of which all is held in memory anyway. */
export function isWholeAnswer({ url, method }: ShapedRequest, response: Response): boolean {
  return (
    method?.toUpperCase() === 'POST' &&
    endpointOf(url).isMessagesCall &&
    !/amazon\.eventstream|octet-stream/i.test(response.headers.get('content-type') ?? '')
  );
}

/** Why a whole body is none of the Messages API's, and as much of it as may be shown. */
export interface BodyDefect {
  readonly thrown: Error;
  readonly shown: string;
}

/** What is wrong with a whole body that was to be an answer of the Messages API. */
export function defectOf(body: string): BodyDefect | undefined {
  if (parsedJson(body) !== undefined) return undefined;
  // Half an answer is what the model wrote, and the words of the parser would repeat a piece of it.
  if (/"type"\s*:\s*"message"/.test(body))
    return { thrown: new SyntaxError('The answer is not valid JSON.'), shown: '' };
  const opening = body.trimStart().slice(0, 20);
  const thrown =
    opening === ''
      ? new SyntaxError('Unexpected end of JSON input')
      : new SyntaxError(`Unexpected token '${opening.slice(0, 1)}', "${opening}"... is not valid JSON`);
  return { thrown, shown: body.slice(0, mostErrorBytes) };
}

function failed(
  attempt: Attempt,
  ending: FailedAttempt['ending'],
  seen: Omit<SeenFailure, 'request' | 'attempt' | 'ending' | 'timing'>,
  headersMs?: number,
): FailedAttempt {
  const timing = {
    startedAt: new Date(attempt.startedAt).toISOString(),
    ...present({ headersMs }),
    failedMs: elapsed(attempt),
  };
  return judgeFailure({ request: attempt.request, attempt: attempt.number, ending, timing, ...seen });
}

function elapsed({ clock, startedAt }: Attempt): number {
  return clock.now() - startedAt;
}

function once(about: unknown, judge: () => FailedAttempt): FailedAttempt {
  if (typeof about !== 'object' || about === null) return judge();
  const failure = judged.get(about) ?? judge();
  judged.set(about, failure);
  return failure;
}
