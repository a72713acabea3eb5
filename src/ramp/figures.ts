import { lastMinute } from './ledger.ts';
import { isPacedTogether, paceOf } from './asking.ts';
import type { Quantiles, Step } from './plan.ts';
import { endedCalls, failuresOf, quantilesOf } from './samples.ts';
import { usageOf, type Usage } from './usage.ts';
import { holdMsOf } from './judging.ts';
import type { Decision, Phase, RampState, Totals } from './state.ts';

/** What is shown of a ramp at some moment. */
export interface Figures {
  readonly at: number;
  readonly phase: Phase;
  readonly step: number;
  readonly steps: readonly Step[];
  /** Calls a minute that the step allows, and that were sent in the last minute. */
  readonly allowedPerMinute?: number;
  readonly sentPerMinute: number;
  readonly firstToken?: Quantiles;
  readonly latency?: Quantiles;
  readonly usualFirstToken?: Quantiles;
  readonly usualLatency?: Quantiles;
  /** Of the calls since the last judgement. */
  readonly calls: number;
  readonly serviceFailures: number;
  readonly ownFailures: number;
  readonly limitRefusals: number;
  readonly causes: Readonly<Record<string, number>>;
  readonly usage: readonly Usage[];
  readonly inFlight: number;
  readonly waiting?: number;
  readonly oldestMs?: number;
  /** Retries that can be paid now. */
  readonly retriesLeft: number;
  /** Until the next judgement, when calls keep coming. */
  readonly judgedInMs: number;
  readonly pausedMs: number;
  readonly totals: Totals;
  readonly lastDecision?: Decision;
}

/** What is to be shown now. */
export function figuresOf(state: RampState, now: number): Figures {
  const { samples, plan, lanes, baseline } = state;
  const depth = samples.depths.at(-1);
  const firstToken = quantilesOf(samples.firstTokens);
  const latency = quantilesOf(samples.latencies);
  const all = [...lanes.values()];
  const paces = all.map((lane) => paceOf(state, lane, now));
  const allowed = isPacedTogether(state) ? (paces[0] ?? 0) : paces.reduce((sum, pace) => sum + pace, 0);
  return {
    at: now,
    phase: state.phase,
    step: state.step,
    steps: plan.steps,
    ...(plan.basis === 'rate' && all.length > 0 ? { allowedPerMinute: allowed } : {}),
    sentPerMinute: all.reduce((sum, { ledger }) => sum + lastMinute(ledger, 'requests', now), 0),
    ...(firstToken ? { firstToken } : {}),
    ...(latency ? { latency } : {}),
    ...(baseline.firstToken ? { usualFirstToken: baseline.firstToken } : {}),
    ...(baseline.latency ? { usualLatency: baseline.latency } : {}),
    calls: endedCalls(samples),
    serviceFailures: failuresOf(samples, 'service'),
    ownFailures: failuresOf(samples, 'own'),
    limitRefusals: failuresOf(samples, 'limits'),
    causes: Object.fromEntries(samples.causes.map(({ cause, count }) => [cause, count])),
    usage: usageOf(state, now),
    inFlight: state.flights.size,
    ...(depth ? { waiting: depth.depth } : {}),
    ...(depth?.oldestMs === undefined ? {} : { oldestMs: depth.oldestMs }),
    retriesLeft: Math.floor(state.budget.tokens / 5),
    judgedInMs: Math.max(0, samples.since + holdMsOf(state) - now),
    pausedMs: Math.max(0, ...all.map(({ pausedUntil }) => pausedUntil - now)),
    totals: state.totals,
    ...(state.lastDecision ? { lastDecision: state.lastDecision } : {}),
  };
}
