import type { IncidentAttempt } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import { duration } from '../../report/words.ts';

/** One try, as far as its call is told by it. */
export interface Try {
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

/** A request that has failed so far, with what its tries come to. */
interface Call {
  readonly last: Try;
  /** The last ones of all tries. */
  readonly attempts: readonly IncidentAttempt[];
  readonly count: number;
  /** How often somebody above the client's own retries began anew. */
  readonly rounds: number;
  /** The highest count of the client's own retries. */
  readonly mostRetry: number;
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
const mostRequests = 2000;
const mostSideBySide = 100;
const mostAttempts = 50;
/** Clocks and timers are not exact. */
const toleranceMs = 100;

const atOnce: Tried = { attempts: [], count: 1, isRetry: false, hasRecovered: false, observations: [] };

/**
 * Groups tries into calls: a request with the same body that begins after a failed one has ended is the same call again.
 * The key is equal for tries of one request, and asked for only where one has failed.
 */
export function followCalls(): (tried: Try, keyOf: () => string) => Tried {
  // Of one request, the calls that failed and may go on: the same can be sent several times side by side.
  const open = new Map<string, readonly Call[]>();
  return (tried, keyOf) => {
    if (open.size === 0 && !tried.hasFailed) return atOnce;
    const key = keyOf();
    const known = open.get(key);
    if (!known && !tried.hasFailed) return atOnce;
    const recent = (known ?? []).filter(({ last }) => tried.at - last.at < forgottenAfterMs);
    const before = continuedBy(tried, recent);
    const waitedMs = before && Math.max(0, tried.at - before.last.at - before.last.tookMs);
    const call = withTry(before, tried, waitedMs);
    const others = recent.filter((one) => one !== before);
    const left = tried.hasFailed ? [...others, call].slice(-mostSideBySide) : others;
    open.delete(key);
    if (left.length > 0) open.set(key, left);
    if (open.size > mostRequests) open.delete(open.keys().next().value ?? '');
    if (!before && !tried.hasFailed) return atOnce;
    return {
      attempts: call.attempts,
      count: call.count,
      isRetry: before !== undefined,
      hasRecovered: before !== undefined && !tried.hasFailed,
      observations: [...impatience(before?.last, waitedMs), ...stacking(call)],
    };
  };
}

/** The call that a try goes on with: by the client's own count where there is one, else the one that waits longest. */
function continuedBy(tried: Try, calls: readonly Call[]): Call | undefined {
  const ended = calls.filter(({ last }) => isAfter(tried, last));
  return ended.find(({ last }) => last.retry !== undefined && last.retry + 1 === tried.retry) ?? ended[0];
}

/** Whether a try began when another had ended, and not beside it. */
function isAfter({ at }: Try, { at: before, tookMs }: Try): boolean {
  return at - before >= tookMs - Math.min(toleranceMs, tookMs / 10);
}

function withTry(before: Call | undefined, tried: Try, waitedMs: number | undefined): Call {
  const isAnew = before === undefined || tried.retry === undefined || tried.retry <= (before.last.retry ?? -1);
  return {
    last: tried,
    attempts: [...(before?.attempts ?? []), attemptOf(tried, waitedMs)].slice(-mostAttempts),
    count: (before?.count ?? 0) + 1,
    rounds: (before?.rounds ?? 0) + (isAnew ? 1 : 0),
    mostRetry: Math.max(before?.mostRetry ?? 0, tried.retry ?? 0),
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
function stacking({ count, rounds, mostRetry }: Call): readonly string[] {
  if (rounds < 2) return [];
  if (mostRetry > 0) {
    return [
      `Retries are stacked: the client retries by itself (${mostRetry} ${mostRetry === 1 ? 'time' : 'times'}), and something above it began anew ${rounds - 1} ${rounds === 2 ? 'time' : 'times'}. So far the request was sent ${count} times.`,
    ];
  }
  return count < 3 ? [] : [`The same request was sent ${count} times and failed every time before.`];
}
