import type { IncidentAttempt } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import { duration } from '../../report/words.ts';

/** One try, as far as its call is told by it. */
export interface Try {
  /** Equal for tries of one request. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tookMs: number;
  readonly hasFailed: boolean;
  /** As the client counts its own retries, from 0. */
  readonly retry?: number;
  readonly status?: number;
  readonly requestId?: string;
  /** What the answer asked to wait. */
  readonly waitMs?: number;
}

/** A request with all its tries. */
interface Call {
  readonly tries: Try[];
  readonly attempts: IncidentAttempt[];
  /** How often somebody above the client's own retries began anew. */
  rounds: number;
}

/** A try within its call. */
export interface Tried {
  /** Every try so far, this one last; of very many, the last ones; none of a call that went through at once. */
  readonly attempts: readonly IncidentAttempt[];
  /** Tries in all. */
  readonly count: number;
  readonly isRetry: boolean;
  /** A call that had failed and now went through. */
  readonly hasRecovered: boolean;
  /** What is told by the tries together, as sentences. */
  readonly observations: readonly string[];
}

/** A request that was last tried longer ago than this is a call of its own. */
const forgottenAfterMs = 5 * 60_000;
const mostCalls = 2000;
const mostAttempts = 50;
/** Clocks and timers are not exact. */
const toleranceMs = 100;

const atOnce: Tried = { attempts: [], count: 1, isRetry: false, hasRecovered: false, observations: [] };

/** Groups tries into calls: a request with the same body that follows a failed one is the same call again. */
export function followCalls(): (tried: Try) => Tried {
  const calls = new Map<string, Call>();
  return (tried) => {
    const open = calls.get(tried.key);
    const last = open?.tries.at(-1);
    const goesOn = last?.hasFailed === true && tried.at - last.at < forgottenAfterMs;
    // Most calls go through at once, and nothing of them is needed later.
    if (!goesOn && !tried.hasFailed) {
      if (open) calls.delete(tried.key);
      return atOnce;
    }
    const call = open && goesOn ? open : { tries: [], attempts: [], rounds: 0 };
    const before = goesOn ? last : undefined;
    if (before === undefined || tried.retry === undefined || tried.retry <= (before.retry ?? -1)) call.rounds++;
    const waitedMs = before && Math.max(0, tried.at - before.at - before.tookMs);
    call.tries.push(tried);
    call.attempts.push(attemptOf(tried, waitedMs));
    if (call.attempts.length > mostAttempts) call.attempts.shift();
    calls.delete(tried.key);
    calls.set(tried.key, call);
    if (calls.size > mostCalls) calls.delete(calls.keys().next().value ?? '');
    return {
      attempts: [...call.attempts],
      count: call.tries.length,
      isRetry: before !== undefined,
      hasRecovered: before !== undefined && !tried.hasFailed,
      observations: [...impatience(before, waitedMs), ...stacking(call)],
    };
  };
}

function attemptOf({ at, retry, status, requestId, tookMs }: Try, waitedMs: number | undefined): IncidentAttempt {
  return {
    at: new Date(at).toISOString(),
    tookMs,
    ...present({ retry, status, requestId, waitedMs }),
  };
}

/** A retry before the time that the answer had named. */
function impatience(before: Try | undefined, waitedMs = 0): readonly string[] {
  const asked = before?.waitMs;
  if (asked === undefined || waitedMs >= asked - toleranceMs) return [];
  return [`The answer before asked to wait ${duration(asked)}; this try came after ${duration(waitedMs)}.`];
}

/** Retries of several layers multiply. */
function stacking({ tries, rounds }: Call): readonly string[] {
  const most = tries.reduce((highest, { retry = 0 }) => Math.max(highest, retry), 0);
  if (rounds < 2) return [];
  if (most > 0) {
    return [
      `Retries are stacked: the client retries by itself (${most} ${most === 1 ? 'time' : 'times'}), and something above it began anew ${rounds - 1} ${rounds === 2 ? 'time' : 'times'}. So far the request was sent ${tries.length} times.`,
    ];
  }
  return tries.length < 3 ? [] : [`The same request was sent ${tries.length} times and failed every time before.`];
}

/** What an answer asks to wait, in milliseconds, by `retry-after-ms` or `retry-after` in seconds or as a date. */
export function waitAsked(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const exact = Number.parseFloat(headers['retry-after-ms'] ?? '');
  if (Number.isFinite(exact)) return exact;
  const written = headers['retry-after'];
  if (written === undefined) return undefined;
  const seconds = Number(written);
  if (Number.isFinite(seconds)) return seconds * 1000;
  const until = Date.parse(written);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
