import { costOf, earn } from '../client/retry/budget.ts';
import { sighted, type BreakerLimits } from '../client/retry/breaker.ts';
import { ceilingNow, learned, spreadWith, type Ceiling } from './ceiling.ts';
import type { Lane, Level, LimitName } from './lane.ts';
import { added, lastMinute, secondOf, sumOf } from './ledger.ts';
import type { Metered, StatedLimits } from './limit-headers.ts';
import { withCause, withTime, type FailureClass } from './samples.ts';
import {
  withEntry,
  type BadCall,
  type Flight,
  type GoodCall,
  type Moved,
  type RampEvent,
  type RampState,
} from './state.ts';

/** When a lane is left alone: earlier than for single calls, and longer, since a ramp is in no hurry. */
export const rampBreaker: BreakerLimits = { failures: 5, coolDownMs: 15_000, longestCoolDownMs: 300_000 };
const growthShare = 0.9;
const longestWaitMs = 60_000;

/** Takes in how a call ended. */
export function ended(state: RampState, event: RampEvent & { readonly kind: 'ended' }): Moved {
  const { id, now, outcome } = event;
  const flight = state.flights.get(id);
  const lane = flight && state.lanes.get(flight.lane);
  if (!lane) return [state, []];
  const landed: Lane = stated({ ...lane, inFlight: lane.inFlight - 1 }, event.limits, flight, now);
  const without: RampState = {
    ...state,
    flights: withEntry(state.flights, id, undefined),
    lanes: withEntry(state.lanes, flight.lane, landed),
    samples:
      Object.keys(event.limits).length > 0 ? { ...state.samples, stated: state.samples.stated + 1 } : state.samples,
  };
  switch (outcome.kind) {
    case 'good':
      return [wentWell(without, landed, flight, id, outcome, now), []];
    case 'abandoned': {
      const breaker = sighted(landed.breaker, 'unknown', { now, cause: '', limits: rampBreaker });
      return [{ ...without, lanes: withEntry(without.lanes, flight.lane, { ...landed, breaker }) }, []];
    }
    default:
      return wentBadly(without, landed, flight, outcome, event);
  }
}

/** The lane with the limits that an answer states. Answers can overtake each other: the one that was sent last counts. */
function stated(lane: Lane, limits: StatedLimits, flight: Flight, now: number): Lane {
  const units = (['requests', 'input', 'output'] as const).filter((unit) => limits[unit]);
  if (units.length === 0 || flight.sentAt < lane.statedAt) return { ...lane, isAnswered: true };
  const ceilings: Partial<Record<LimitName, Ceiling>> = { ...lane.ceilings };
  const levels: Partial<Record<Metered, Level>> = { ...lane.levels };
  for (const unit of units) {
    const said = limits[unit];
    if (!said) continue;
    ceilings[unit] = { limit: said.limit, isLearned: false, at: now };
    if (said.remaining === undefined) continue;
    const since = sumOf(lane.ledger, unit, secondOf(flight.sentAt), secondOf(now));
    levels[unit] = { left: said.remaining - since, at: now };
  }
  return { ...lane, isAnswered: true, ceilings, levels, statedAt: flight.sentAt };
}

function wentWell(state: RampState, lane: Lane, flight: Flight, id: string, call: GoodCall, now: number): RampState {
  const { inputTokens = flight.input, outputTokens = flight.output } = call;
  const ledger = added(lane.ledger, flight.sentAt, {
    input: inputTokens - flight.input,
    output: outputTokens - flight.output,
    accepted: inputTokens - flight.input,
  });
  const answered: Lane = {
    ...lane,
    ledger,
    refusals: 0,
    breaker: sighted(lane.breaker, 'answered', { now, cause: '', limits: rampBreaker }),
    input: spreadWith(lane.input, inputTokens),
    output: spreadWith(lane.output, outputTokens),
    inputRatio: flight.estimate > 0 ? spreadWith(lane.inputRatio, inputTokens / flight.estimate) : lane.inputRatio,
  };
  const { samples, totals } = state;
  return {
    ...state,
    lanes: withEntry(state.lanes, flight.lane, answered),
    troubles: state.troubles.has(id) ? withEntry(state.troubles, id, undefined) : state.troubles,
    // What a retry cost is not paid back, so that retries stay a fixed share of what goes well.
    budget: earn(state.budget, undefined),
    lastGoodAt: now,
    samples: {
      ...samples,
      succeeded: samples.succeeded + 1,
      latencies: withTime(samples.latencies, call.latencyMs),
      firstTokens: withTime(samples.firstTokens, call.firstTokenMs),
    },
    totals: {
      ...totals,
      succeeded: totals.succeeded + 1,
      inputTokens: totals.inputTokens + (call.inputTokens ?? 0),
      outputTokens: totals.outputTokens + (call.outputTokens ?? 0),
    },
  };
}

/** On whose account a failure is. */
export function classOf({ side, sighting, retry }: BadCall): FailureClass {
  if (side === 'limits') return 'limits';
  if (sighting === 'down' || side === 'service' || side === 'network' || side === 'gateway') return 'service';
  return side === undefined && retry !== 'no' ? 'service' : 'own';
}

function wentBadly(
  state: RampState,
  lane: Lane,
  flight: Flight,
  call: BadCall,
  event: RampEvent & { readonly kind: 'ended' },
): Moved {
  const { now, id } = event;
  const failure = classOf(call);
  const breaker = sighted(lane.breaker, failure === 'service' ? call.sighting : 'answered', {
    now,
    cause: call.cause,
    limits: rampBreaker,
  });
  // A call that failed made no output, and its input counts as sent and not as taken.
  const ledger = added(lane.ledger, flight.sentAt, { output: -flight.output, accepted: -flight.input });
  const refused =
    failure === 'limits' ? limited({ ...lane, breaker, ledger }, flight, call, now) : { ...lane, breaker, ledger };
  const waiting =
    failure === 'service' && call.waitMs !== undefined ? pausedFor(refused, call.waitMs, call, now) : refused;
  const { samples, totals, lastDecision } = state;
  // What was under way before a step back is no reason for one more.
  const isOld = failure !== 'own' && lastDecision?.action === 'step-back' && flight.sentAt < lastDecision.at;
  const next: RampState = {
    ...state,
    lanes: withEntry(state.lanes, flight.lane, waiting),
    lastFailureAt: failure === 'own' ? state.lastFailureAt : now,
    samples: isOld ? samples : { ...samples, causes: withCause(samples.causes, call.cause, failure) },
    totals: {
      ...totals,
      failed: totals.failed + (failure === 'limits' ? 0 : 1),
      refusedByLimits: totals.refusedByLimits + (failure === 'limits' ? 1 : 0),
    },
  };
  if (event.isOthers === true) return [next, []];
  // While the service is down for all, a failure says nothing of the call that was let through to see.
  const isItsFault = failure !== 'limits' && lane.breaker.kind === 'closed';
  const isWorthOneTry = failure === 'own' && call.retry === 'maybe';
  return afterwards(next, { id, call, isItsFault, isWorthOneTry, lane: waiting, now });
}

interface Failed {
  readonly id: string;
  readonly call: BadCall;
  readonly isItsFault: boolean;
  readonly isWorthOneTry: boolean;
  readonly lane: Lane;
  readonly now: number;
}

/** Whether a call that failed is sent again. */
function afterwards(state: RampState, { id, call, isItsFault, isWorthOneTry, lane, now }: Failed): Moved {
  const before = state.troubles.get(id) ?? { failures: 0, hasTriedOnce: false, cost: 0 };
  const failures = before.failures + (isItsFault ? 1 : 0);
  const over = (because: string): Moved => [
    { ...state, troubles: withEntry(state.troubles, id, undefined) },
    [{ kind: 'failed', id, because }],
  ];
  // What waiting cannot heal for any call stops the ramp; this one may still go when that is settled.
  if (call.retry === 'no' && !isForEveryCall(call)) return over(call.because);
  if (isWorthOneTry && before.hasTriedOnce) return over(`One retry was made and did not help. ${call.because}`);
  if (failures >= state.plan.attempts) return over(`It failed ${failures} times. ${call.because}`);
  const trouble = {
    failures,
    hasTriedOnce: before.hasTriedOnce || isWorthOneTry,
    cost: costOf({ isTimeout: call.isTimeout }),
  };
  const backoffMs = isItsFault ? Math.min(longestWaitMs, 1000 * 2 ** failures) : 0;
  const waitMs = Math.max(backoffMs, call.waitMs ?? 0, lane.pausedUntil - now);
  return [
    { ...state, troubles: withEntry(state.troubles, id, trouble) },
    [{ kind: 'again', id, waitMs, because: call.because }],
  ];
}

/** Causes on the side of the account that are about what one call asks for. */
const ofOneCall: ReadonlySet<string> = new Set([
  'beta-not-enrolled',
  'data-retention-required',
  'fast-mode-not-allowed',
  'human-review-disabled',
  'long-context-not-allowed',
  'model-access-denied',
  'user-profile-billing-unauthorized',
  'user-profile-unbillable',
  'user-profile-unknown',
]);

/** Whether every other call would fail in the same way, and no waiting helps: credentials, the account, a spend limit. */
export function isForEveryCall({ retry, side, cause }: BadCall): boolean {
  return retry === 'no' && (side === 'credentials' || side === 'account' || side === 'limits') && !ofOneCall.has(cause);
}

function pausedFor(lane: Lane, waitMs: number, { because }: BadCall, now: number): Lane {
  const until = now + waitMs;
  return until > lane.pausedUntil ? { ...lane, pausedUntil: until, pausedBecause: because } : lane;
}

/** What a refusal by a limit teaches, and the wait that it asks for. */
function limited(lane: Lane, flight: Flight, call: BadCall, now: number): Lane {
  const { cause } = call;
  const refusals = lane.refusals + 1;
  const growthRefusals = lane.growthRefusals + (cause === 'rate-limit-acceleration' ? 1 : 0);
  const taught: Lane = {
    ...lane,
    refusals,
    growthRefusals,
    ceilings: { ...lane.ceilings, ...lesson(lane, flight, call, now) },
  };
  // Room for one more call comes as soon as one has ended.
  if (cause === 'rate-limit-concurrency' && call.waitMs === undefined) return taught;
  return pausedFor(taught, call.waitMs ?? Math.min(longestWaitMs, 2000 * 2 ** (refusals - 1)), call, now);
}

const unitOf: Readonly<Record<string, Metered>> = {
  'rate-limit-requests': 'requests',
  'rate-limit-input-tokens': 'input',
  'rate-limit-output-tokens': 'output',
};

function lesson(lane: Lane, flight: Flight, { cause, waitMs }: BadCall, now: number): Lane['ceilings'] {
  const { ceilings } = lane;
  if (cause === 'rate-limit-concurrency')
    return {
      concurrency: learned(undefined, Math.min(ceilingNow(ceilings.concurrency, now), Math.max(1, flight.others)), now),
    };
  if (cause === 'rate-limit-acceleration')
    return {
      growth: learned(undefined, Math.min(ceilingNow(ceilings.growth, now), growthSeen(lane, waitMs, now)), now),
    };
  const unit = unitOf[cause];
  const known = unit && ceilings[unit];
  if (unit === undefined || (known && !known.isLearned)) return {};
  // Refusals of calls that were under way together are one lesson.
  if (known && now - known.at < longestWaitMs) return {};
  // A bucket that was full gives twice its limit in a minute, so half of what a minute held is within it for sure.
  const used = lastMinute(lane.ledger, unit, now);
  return { [unit]: learned(known, known ? used : Math.max(1, used / 2), now) };
}

/**
 * By how much usage had grown when growth was refused. The wait that is asked for ends with the minute that the service
 * counts in; where it asks for none, the last minute is taken. Calls under way count as taken until they are refused too,
 * and each of those refusals corrects what the one before it taught.
 */
function growthSeen(lane: Lane, waitMs: number | undefined, now: number): number {
  const end = secondOf(waitMs !== undefined && waitMs <= longestWaitMs ? now + waitMs : now);
  const inThis = sumOf(lane.ledger, 'accepted', end - 61, secondOf(now));
  const inLast = sumOf(lane.ledger, 'accepted', end - 121, end - 61);
  return Math.max(1, Math.max(inThis - inLast, lane.input.mean) * growthShare);
}
