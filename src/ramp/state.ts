import { fullBudget, type RetryBudget } from '../client/retry/budget.ts';
import type { Lane } from './lane.ts';
import type { StatedLimits } from './limit-headers.ts';
import type { Measurement } from './measurements.ts';
import type { Baseline, Plan } from './plan.ts';
import { noSamples, type Samples } from './samples.ts';

/** A call that is under way. */
export interface Flight {
  readonly lane: string;
  readonly sentAt: number;
  readonly input: number;
  readonly output: number;
  readonly estimate: number;
  /** Calls of the lane that were under way when it was sent. */
  readonly others: number;
}

/** What is remembered of a call that failed and may be sent again. */
export interface Trouble {
  /** Failures that count against it; a refusal by a limit is not its fault. */
  readonly failures: number;
  /** It was only worth one more try, and that was made. */
  readonly hasTriedOnce: boolean;
  /** What its next try costs. */
  readonly cost: number;
}

/** `asking`: the step is held until a person agrees to the next one; `held`: nothing could be told, until a person says otherwise. */
export type Phase = 'running' | 'asking' | 'held' | 'paused' | 'stopped';

/** Everything that a ramp remembers. */
export interface RampState {
  readonly plan: Plan;
  readonly startedAt: number;
  readonly phase: Phase;
  /** What was going on when it was paused. */
  readonly pausedFrom: Phase;
  /** The index of the step. */
  readonly step: number;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly flights: ReadonlyMap<string, Flight>;
  readonly troubles: ReadonlyMap<string, Trouble>;
  readonly budget: RetryBudget;
  /** Where all models have one pace: calls that may be sent now by it. */
  readonly pace: Lane['pace'];
  /** Calls that may go by a share of the calls that arrive. */
  readonly credit: number;
  readonly samples: Samples;
  readonly baseline: Baseline;
  readonly failures: number;
  readonly successes: number;
  readonly inconclusive: number;
  readonly errors: number;
  /** Steps back since the ramp was last beyond the step that failed. */
  readonly stepBacks: number;
  /** The highest step that failed since. */
  readonly failedStep: number;
  readonly lastGoodAt: number;
  readonly lastFailureAt: number;
  readonly lastDecision?: Decision;
  readonly totals: Totals;
}

/** What a ramp comes to so far. */
export interface Totals {
  readonly sent: number;
  readonly retries: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly refusedByLimits: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What was decided, and why. */
export interface Decision {
  readonly at: number;
  readonly action: 'go-on' | 'hold' | 'step-back' | 'stop' | 'ask' | 'pause' | 'resume';
  /** Indexes of steps. */
  readonly from: number;
  readonly to: number;
  readonly because: string;
  readonly measurements: readonly Measurement[];
}

/** How a call that went well went. */
export interface GoodCall {
  readonly firstTokenMs?: number;
  readonly latencyMs: number;
  /** Input tokens that count against the limit: without those read from a cache. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

/** What a failure says, as the cause of it is known. */
export interface BadCall {
  readonly cause: string;
  /** On whose side it is. */
  readonly side?: string;
  readonly retry: 'no' | 'yes' | 'wait' | 'maybe';
  readonly waitMs?: number;
  readonly because: string;
  /** A refusal shows that the service works. */
  readonly sighting: 'answered' | 'down' | 'unknown';
  readonly isTimeout: boolean;
}

/** Something that happens to a ramp; `now` is in milliseconds since 1970. */
export type RampEvent =
  | { readonly kind: 'arrived'; readonly now: number }
  | {
      readonly kind: 'ask';
      readonly now: number;
      readonly id: string;
      readonly lane: string;
      /** An estimate, and the most that the call allows. */
      readonly input: number;
      readonly maxOutput: number;
      /** It was sent before; somebody else decided to send it again. */
      readonly isRetry?: boolean;
    }
  | {
      readonly kind: 'ended';
      readonly now: number;
      readonly id: string;
      readonly limits: StatedLimits;
      /** Its caller, and not we, sends it again. */
      readonly isOthers?: boolean;
      readonly outcome:
        | ({ readonly kind: 'good' } & GoodCall)
        | ({ readonly kind: 'bad' } & BadCall)
        /** The caller ended it. */
        | { readonly kind: 'abandoned' };
    }
  | { readonly kind: 'tick'; readonly now: number; readonly waiting: number; readonly oldestMs?: number }
  | { readonly kind: 'person'; readonly now: number; readonly wish: 'confirm' | 'pause' | 'go-on' | 'stop' };

/** What is to be done. */
export type RampCommand =
  | { readonly kind: 'send'; readonly id: string }
  | {
      readonly kind: 'later';
      readonly id: string;
      readonly waitMs: number;
      readonly reason: string;
      readonly because: string;
    }
  /** Nothing will be sent any more. */
  | { readonly kind: 'refuse'; readonly id: string; readonly because: string }
  /** It may be sent again after a while. */
  | { readonly kind: 'again'; readonly id: string; readonly waitMs: number; readonly because: string }
  /** It has failed for good. */
  | { readonly kind: 'failed'; readonly id: string; readonly because: string }
  | { readonly kind: 'decided'; readonly decision: Decision };

/** A step of the machine. */
export type Moved = readonly [RampState, readonly RampCommand[]];

const retryCost = 5;

/** A ramp at its first step. */
export function beginRamp(plan: Plan, now: number): RampState {
  return {
    plan,
    startedAt: now,
    phase: 'running',
    pausedFrom: 'running',
    step: 0,
    lanes: new Map(),
    flights: new Map(),
    troubles: new Map(),
    budget: fullBudget(plan.retries * retryCost),
    pace: { calls: 1, at: now },
    credit: 1,
    samples: noSamples(now),
    baseline: plan.baseline ?? {},
    failures: 0,
    successes: 0,
    inconclusive: 0,
    errors: 0,
    stepBacks: 0,
    failedStep: -1,
    lastGoodAt: now,
    lastFailureAt: 0,
    totals: { sent: 0, retries: 0, succeeded: 0, failed: 0, refusedByLimits: 0, inputTokens: 0, outputTokens: 0 },
  };
}

/** A map with one entry changed. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V | undefined): ReadonlyMap<string, V> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
