import { judgeFailure } from '../../src/client/attempt/judge.ts';
import { badCallOf } from '../../src/client/ramp/bad-call.ts';
import type { ErrorAnswer } from '../../src/core/fault.ts';
import { limitsIn, type StatedLimits } from '../../src/ramp/limit-headers.ts';
import type { BadCall, GoodCall } from '../../src/ramp/state.ts';
import { fullBucket } from '../../src/simulator/limits/bucket.ts';
import { drawFor, type Draw } from '../../src/simulator/draw.ts';
import type { Limits } from '../../src/simulator/limits/limits.ts';
import {
  atTime,
  freshMeter,
  limitHeaders,
  refusalOf,
  tooManyAtOnce,
  used,
  type Meter,
} from '../../src/simulator/limits/meter.ts';
import { errorBody } from '../../src/simulator/reply.ts';

/** An entry of the queue in the virtual world. */
export interface WorldEntry {
  readonly id: string;
  readonly input: number;
  readonly output: number;
  /** `refused`: the API refuses it always; `breaking`: the service breaks on it always. */
  readonly poison?: 'refused' | 'breaking';
}

/** What the service of a virtual world is like; times are in milliseconds since its start. */
export interface Weather {
  readonly seed: number;
  /** The limits, and from when on they hold. */
  readonly limits: readonly { readonly fromMs: number; readonly limits: Limits }[];
  /** Everything is answered with 529 then, or nothing is answered at all. */
  readonly outages?: readonly {
    readonly fromMs: number;
    readonly untilMs: number;
    readonly how: 'overloaded' | 'no-network';
  }[];
  readonly overloadedShare?: number;
  readonly slow?: readonly { readonly fromMs: number; readonly untilMs: number; readonly times: number }[];
  /** Answers carry no limit headers, as behind a gateway. */
  readonly isMute?: boolean;
}

/** How a call ended, and when. */
export interface Answer {
  readonly tookMs: number;
  readonly limits: StatedLimits;
  readonly outcome: ({ readonly kind: 'good' } & GoodCall) | ({ readonly kind: 'bad' } & BadCall);
}

/** One request as the service saw it. */
export interface Seen {
  readonly id: string;
  readonly at: number;
  readonly input: number;
  readonly output: number;
  readonly isTaken: boolean;
  readonly inFlight: number;
  readonly cause?: string;
  readonly waitMs?: number;
  readonly answeredAt: number;
}

/** The service of a virtual world: the limits of the simulator, with weather around them. */
export interface Service {
  readonly call: (entry: WorldEntry, at: number) => Answer;
  /** A call that was answered is over. */
  readonly over: () => void;
  readonly seen: readonly Seen[];
  readonly limitsAt: (at: number) => Limits;
  readonly isMute: boolean;
}

/** Starts a service. */
export function startService(weather: Weather, startedAt: number): Service {
  const draw = drawFor(weather.seed, 'service');
  const seen: Seen[] = [];
  let inFlight = 0;
  let era = -1;
  let meter: Meter = freshMeter({}, startedAt);
  const limitsAt = (at: number): Limits =>
    weather.limits.findLast(({ fromMs }) => at - startedAt >= fromMs)?.limits ?? {};

  const answer = (entry: WorldEntry, at: number): Answer => {
    const passed = at - startedAt;
    const index = weather.limits.findLastIndex(({ fromMs }) => passed >= fromMs);
    const limits = limitsAt(at);
    meter = index === era ? atTime(meter, at) : withLimits(atTime(meter, at), limits, at, era < 0);
    era = index;
    const outage = weather.outages?.find(({ fromMs, untilMs }) => passed >= fromMs && passed < untilMs);
    if (outage) return refused(outage.how === 'overloaded' ? overloaded : undefined, draw, weather);
    if (entry.poison === 'refused') return refused(badRequest, draw, weather);
    if (entry.poison === 'breaking' || draw.fraction() < (weather.overloadedShare ?? 0))
      return refused(overloaded, draw, weather);
    if (limits.concurrency !== undefined && inFlight > limits.concurrency) return refused(tooManyAtOnce, draw, weather);
    const use = { inputTokens: entry.input, outputTokens: entry.output, model: 'claude-sonnet-5' };
    const refusal = refusalOf(meter, limits, use, 'org', at);
    if (refusal) return refused(refusal, draw, weather);
    meter = used(meter, use);
    const slowness = weather.slow?.find(({ fromMs, untilMs }) => passed >= fromMs && passed < untilMs)?.times ?? 1;
    const firstTokenMs = Math.round((300 + 500 * draw.fraction()) * slowness);
    const latencyMs = firstTokenMs + Math.round(entry.output * 10);
    const headers = limitHeaders(meter);
    return {
      tookMs: latencyMs,
      limits: weather.isMute === true ? {} : limitsIn((name) => headers[name]),
      outcome: { kind: 'good', firstTokenMs, latencyMs, inputTokens: entry.input, outputTokens: entry.output },
    };
  };

  return {
    seen,
    isMute: weather.isMute === true,
    limitsAt,
    call(entry, at) {
      inFlight++;
      const given = answer(entry, at);
      const { outcome, tookMs } = given;
      seen.push({
        id: entry.id,
        at,
        input: entry.input,
        output: entry.output,
        isTaken: outcome.kind === 'good',
        inFlight,
        answeredAt: at + tookMs,
        ...(outcome.kind === 'bad' ? { cause: outcome.cause } : {}),
        ...(outcome.kind === 'bad' && outcome.waitMs !== undefined ? { waitMs: outcome.waitMs } : {}),
      });
      return given;
    },
    over() {
      inFlight--;
    },
  };
}

/** A meter under other limits: what was left stays, as far as it fits. */
function withLimits(meter: Meter, limits: Limits, at: number, isNew: boolean): Meter {
  const fresh = freshMeter(limits, at);
  if (isNew) return fresh;
  const { requests, inputTokens, outputTokens } = fresh.buckets;
  return {
    ...meter,
    buckets: {
      requests: {
        ...fullBucket(requests.capacity, at),
        level: Math.min(requests.capacity, meter.buckets.requests.level),
      },
      inputTokens: {
        ...fullBucket(inputTokens.capacity, at),
        level: Math.min(inputTokens.capacity, meter.buckets.inputTokens.level),
      },
      outputTokens: {
        ...fullBucket(outputTokens.capacity, at),
        level: Math.min(outputTokens.capacity, meter.buckets.outputTokens.level),
      },
    },
  };
}

const overloaded: ErrorAnswer = { status: 529, type: 'overloaded_error', message: 'Overloaded' };
const badRequest: ErrorAnswer = {
  status: 400,
  type: 'invalid_request_error',
  message: 'messages: at least one message is required',
};

function refused(error: ErrorAnswer | undefined, draw: Draw, { isMute = false }: Weather): Answer {
  const headers = error?.headers ?? {};
  return {
    tookMs: Math.round(50 + 150 * draw.fraction()),
    limits: isMute ? {} : limitsIn((name) => headers[name]),
    outcome: { kind: 'bad', ...failureOf(error) },
  };
}

const judged = new Map<string, BadCall>();

/** A failure as the causes judge it; the same failure is judged once, but for the wait that it asks for. */
function failureOf(error: ErrorAnswer | undefined): BadCall {
  const key = error ? `${error.status} ${error.message}` : '';
  const known = judged.get(key) ?? judge(error);
  judged.set(key, known);
  const seconds = error?.headers?.['retry-after'];
  return seconds === undefined ? known : { ...known, waitMs: Number(seconds) * 1000 };
}

function judge(error: ErrorAnswer | undefined): BadCall {
  const request = { url: 'https://api.anthropic.com/v1/messages', method: 'POST', headers: new Headers() };
  const common = { request, attempt: 1, timing: { startedAt: '2026-11-25T12:00:00.000Z', failedMs: 100 } };
  const failure = error
    ? judgeFailure({
        ...common,
        ending: 'refused',
        body: JSON.stringify(errorBody(error, 'req_011CVirtual')),
        response: { status: error.status, statusText: '', headers: new Headers(error.headers) },
      })
    : judgeFailure({
        ...common,
        ending: 'unanswered',
        thrown: Object.assign(new Error('connect ECONNREFUSED 203.0.113.7:443'), { code: 'ECONNREFUSED' }),
      });
  return badCallOf(failure);
}
