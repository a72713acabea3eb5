import { admit as admitBreaker, closedBreaker, type Breaker } from '../client/retry/breaker.ts';
import { ceilingNow, noSpread, reserveOf, type Ceiling, type Spread } from './ceiling.ts';
import { added, growthOf, lastMinute, untilBelow, type Ledger } from './ledger.ts';
import type { Metered } from './limit-headers.ts';

/** What is left of a budget of the service, by its own word and what was sent since. */
export interface Level {
  readonly left: number;
  readonly at: number;
}

/** Limits that a lane keeps to: those by the minute, calls at the same time, and growth in input tokens a minute. */
export type LimitName = Metered | 'concurrency' | 'growth';

/** The calls of one model, which have limits of their own. */
export interface Lane {
  readonly ledger: Ledger;
  readonly ceilings: Readonly<Partial<Record<LimitName, Ceiling>>>;
  readonly levels: Readonly<Partial<Record<Metered, Level>>>;
  /** When the call was sent of whose answer the limits were taken last. */
  readonly statedAt: number;
  readonly isAnswered: boolean;
  readonly inFlight: number;
  readonly breaker: Breaker;
  /** Nothing is sent until then, as an answer asked. */
  readonly pausedUntil: number;
  readonly pausedBecause: string;
  /** Refusals by limits in a row, for a wait where the answer does not say how long. */
  readonly refusals: number;
  /** Refusals because usage grew too fast, of all time. */
  readonly growthRefusals: number;
  /** What an input estimate is off by: the true tokens for one estimated. */
  readonly inputRatio: Spread;
  readonly input: Spread;
  readonly output: Spread;
  /** Calls that may be sent now by the pace of the step. */
  readonly pace: { readonly calls: number; readonly at: number };
}

/** A lane in which nothing was sent. */
export function emptyLane(now: number): Lane {
  return {
    ledger: [],
    ceilings: {},
    levels: {},
    statedAt: 0,
    isAnswered: false,
    inFlight: 0,
    breaker: closedBreaker,
    pausedUntil: 0,
    pausedBecause: '',
    refusals: 0,
    growthRefusals: 0,
    inputRatio: noSpread,
    input: noSpread,
    output: noSpread,
    pace: { calls: 1, at: now },
  };
}

/** What a call is reckoned with. */
export interface Need {
  readonly input: number;
  readonly output: number;
}

/** Why a call cannot be sent now, and when to ask again. */
export interface Wait {
  readonly waitMs: number;
  readonly reason:
    | 'pace'
    | 'limit'
    | 'growth'
    | 'concurrency'
    | 'paused'
    | 'circuit-open'
    | 'first-answer'
    | 'retry-budget'
    | 'held';
  readonly because: string;
}

/** Of every limit so much is used at most, since what is sent is partly an estimate. */
export const usableShare = 0.95;
/** A lane is asked again so soon where only an answer can change something. */
const soonMs = 250;

/** What a call will use, from what was asked for and what calls have used so far. */
export function needOf(lane: Lane, estimate: { readonly input: number; readonly maxOutput: number }): Need {
  const ratio = lane.inputRatio.count === 0 ? 1 : reserveOf(lane.inputRatio, lane.inFlight);
  const output = lane.output.count === 0 ? estimate.maxOutput : reserveOf(lane.output, lane.inFlight);
  return { input: Math.ceil(estimate.input * ratio), output: Math.ceil(Math.min(estimate.maxOutput, output)) };
}

/** What keeps a call from being sent by its lane, without the pace of the step. */
export function laneWait(lane: Lane, need: Need, now: number): Wait | undefined {
  if (lane.pausedUntil > now) return { waitMs: lane.pausedUntil - now, reason: 'paused', because: lane.pausedBecause };
  if (!lane.isAnswered && lane.inFlight > 0)
    return { waitMs: soonMs, reason: 'first-answer', because: 'The first answer shows the limits.' };
  const [, isAdmitted] = admitBreaker(lane.breaker, now);
  if (!isAdmitted && lane.breaker.kind !== 'closed')
    return {
      waitMs: Math.max(1, lane.breaker.until - now),
      reason: 'circuit-open',
      because: `Calls failed one after the other (${lane.breaker.cause}); one is let through to see.`,
    };
  if (lane.inFlight >= Math.max(1, Math.floor(ceilingNow(lane.ceilings.concurrency, now))))
    return { waitMs: soonMs, reason: 'concurrency', because: 'As many calls are under way as the service takes.' };
  return limitWait(lane, need, now) ?? growthWait(lane, need, now);
}

const units: Readonly<Record<Metered, string>> = {
  requests: 'requests',
  input: 'input tokens',
  output: 'output tokens',
};

function limitWait(lane: Lane, need: Need, now: number): Wait | undefined {
  for (const unit of ['requests', 'input', 'output'] as const) {
    const ceiling = ceilingNow(lane.ceilings[unit], now);
    if (ceiling === Infinity) continue;
    const usable = ceiling * usableShare;
    const amount = unit === 'requests' ? 1 : need[unit];
    const because = `The limit of ${Math.round(ceiling).toLocaleString('en-US')} ${units[unit]} a minute is used.`;
    const used = lastMinute(lane.ledger, unit, now);
    // One call alone may be larger than what a minute allows; then the service decides.
    if (used > 0 && used + amount > usable)
      return { waitMs: untilBelow(lane.ledger, unit, Math.max(0, usable - amount), now), reason: 'limit', because };
    const left = levelNow(lane, unit, ceiling, now);
    const wanted = Math.min(amount, ceiling);
    if (left < wanted) return { waitMs: Math.ceil(((wanted - left) * 60_000) / ceiling), reason: 'limit', because };
  }
  return undefined;
}

/** What is left of a budget, which fills again by its limit once a minute. */
export function levelNow(lane: Lane, unit: Metered, limit: number, now: number): number {
  const level = lane.levels[unit];
  if (!level) return Infinity;
  return Math.min(limit, level.left + (Math.max(0, now - level.at) * limit) / 60_000);
}

/** Usage may grow by so much against the minute before, once the service has said that there is such a limit. */
function growthWait(lane: Lane, need: Need, now: number): Wait | undefined {
  const allowed = ceilingNow(lane.ceilings.growth, now);
  if (allowed === Infinity) return undefined;
  const used = lastMinute(lane.ledger, 'input', now);
  if (used === 0 || growthOf(lane.ledger, now) + need.input <= allowed) return undefined;
  return { waitMs: 1000, reason: 'growth', because: 'Usage grows as fast as the service lets it grow.' };
}

/** The lane with a call under way. */
export function withSent(lane: Lane, need: Need, now: number): Lane {
  const [breaker] = admitBreaker(lane.breaker, now);
  const levels: Partial<Record<Metered, Level>> = {};
  for (const unit of ['requests', 'input', 'output'] as const) {
    const level = lane.levels[unit];
    if (!level) continue;
    const left = levelNow(lane, unit, ceilingNow(lane.ceilings[unit], now), now);
    levels[unit] = { left: left - (unit === 'requests' ? 1 : need[unit]), at: now };
  }
  return {
    ...lane,
    breaker,
    levels,
    inFlight: lane.inFlight + 1,
    // A call counts as taken until it is refused.
    ledger: added(lane.ledger, now, { requests: 1, input: need.input, output: need.output, accepted: need.input }),
  };
}

/** What a lane's limits allow of calls like those so far, in calls a minute. */
export function fullRateOf(lane: Lane, now: number): number | undefined {
  const { requests, input, output } = lane.ceilings;
  const each = (ceiling: Ceiling | undefined, mean: number): number =>
    mean > 0 ? (ceilingNow(ceiling, now) * usableShare) / mean : Infinity;
  const rate = Math.min(each(requests, 1), each(input, lane.input.mean), each(output, lane.output.mean));
  return rate === Infinity ? undefined : rate;
}
