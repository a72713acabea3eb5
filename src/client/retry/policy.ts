import { durationText } from '../../causes/retry.ts';
import { present } from '../../core/present.ts';
import type { Advice } from './advice.ts';
import { costOf, earn, spend, type RetryBudget } from './budget.ts';
import { admit, sighted, type Breaker, type BreakerLimits, type Sighting } from './breaker.ts';

/** How far retries go. */
export interface RetryLimits {
  /** Of one call, the first among them. */
  readonly attempts: number;
  /** No retry begins later than this after its call began. */
  readonly totalMs: number;
  /** A longer wait is not begun: the caller learns at once when a retry can help. */
  readonly waitMs: number;
  /** The first wait is at most this, and each further one at most twice the one before. */
  readonly baseMs: number;
  /** The same where a limit or the service itself is the cause, and the answer does not say how long it lasts. */
  readonly slowBaseMs: number;
  readonly longestBackoffMs: number;
  readonly breaker: BreakerLimits;
}

/** Why a retry is made or not; permanent names, to be counted and matched on. */
export type RetryReason =
  | 'transient'
  | 'asked-to-wait'
  | 'worth-one-try'
  | 'cannot-heal'
  | 'output-delivered'
  | 'body-not-repeatable'
  | 'attempts-spent'
  | 'time-spent'
  | 'wait-too-long'
  | 'budget-spent'
  | 'circuit-open';

/** What is done after an attempt failed. */
export interface RetryDecision {
  readonly action: 'retry' | 'stop';
  readonly reason: RetryReason;
  readonly because: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly cause: string;
  /** Before the next attempt; where none follows, the wait that was asked for. */
  readonly waitMs?: number;
  /** What the process has left for retries. */
  readonly budgetTokens: number;
}

/** One call, and what all calls share. */
export interface RetryState {
  readonly startedAt: number;
  readonly attempts: number;
  /** A retry that was only worth one try was made. */
  readonly hasTriedOnce: boolean;
  /** What the last retry cost. */
  readonly lastCost?: number;
  readonly budget: RetryBudget;
  readonly breaker: Breaker;
}

/** Something that happened to an attempt. */
export type RetryEvent =
  | {
      readonly kind: 'failed';
      readonly now: number;
      readonly advice: Advice;
      readonly sighting: Sighting;
      readonly isTimeout: boolean;
      readonly hasOutput: boolean;
      /** The caller lets the call begin anew although output was delivered. */
      readonly mayRestart: boolean;
      /** The body can be sent a second time. */
      readonly isRepeatable: boolean;
      /** From 0 to 1, for the jitter. */
      readonly draw: number;
    }
  | { readonly kind: 'succeeded'; readonly now: number }
  /** The caller ended it. */
  | { readonly kind: 'abandoned'; readonly now: number };

/** Admits the next attempt, unless the breaker holds calls back. */
export function admitAttempt(state: RetryState, now: number): readonly [RetryState, boolean] {
  const [breaker, isAdmitted] = admit(state.breaker, now);
  return [{ ...state, breaker, attempts: state.attempts + (isAdmitted ? 1 : 0) }, isAdmitted];
}

/** Takes in how an attempt ended, and decides what follows a failure. Pure: time and chance come with the event. */
export function decide(
  state: RetryState,
  event: RetryEvent,
  limits: RetryLimits,
): readonly [RetryState, RetryDecision | undefined] {
  const { now } = event;
  const see = (sighting: Sighting, cause: string): Breaker =>
    sighted(state.breaker, sighting, { now, cause, limits: limits.breaker });
  if (event.kind === 'succeeded')
    return [{ ...state, breaker: see('answered', ''), budget: earn(state.budget, state.lastCost) }, undefined];
  if (event.kind === 'abandoned') return [{ ...state, breaker: see('unknown', '') }, undefined];

  const { advice } = event;
  const seen: RetryState = { ...state, breaker: see(event.sighting, advice.cause) };
  const told = { attempt: state.attempts, cause: advice.cause };
  const stop = (reason: RetryReason, because: string): readonly [RetryState, RetryDecision] => [
    seen,
    {
      action: 'stop',
      reason,
      because,
      ...told,
      ...present({ waitMs: advice.waitMs }),
      budgetTokens: seen.budget.tokens,
    },
  ];

  const { hasOutput, mayRestart, isRepeatable, isTimeout } = event;
  if (advice.kind === 'no') return stop('cannot-heal', advice.because);
  if (hasOutput && !mayRestart)
    return stop('output-delivered', 'Output had been delivered, and a second answer would differ from it.');
  if (!isRepeatable) return stop('body-not-repeatable', 'The body is a stream, which cannot be sent a second time.');
  if (advice.kind === 'maybe' && state.hasTriedOnce)
    return stop('cannot-heal', `One retry was made and did not help. ${advice.because}`);
  if (state.attempts >= limits.attempts) return stop('attempts-spent', `It was tried ${state.attempts} times.`);

  const waitMs = waitBefore(state.attempts, event, limits);
  if ((advice.waitMs ?? 0) > limits.waitMs)
    return stop(
      'wait-too-long',
      `The answer asks to wait ${durationText(advice.waitMs ?? 0)}, and at most ${durationText(limits.waitMs)} are waited.`,
    );
  if (now + waitMs - state.startedAt > limits.totalMs)
    return stop(
      'time-spent',
      `The next attempt would begin later than ${durationText(limits.totalMs)} after the first.`,
    );
  if (seen.breaker.kind === 'open' && now + waitMs < seen.breaker.until)
    return stop(
      'circuit-open',
      `Attempts failed one after the other, so calls are held back for ${durationText(seen.breaker.until - now)}.`,
    );

  const cost = costOf({ isTimeout });
  const budget = spend(seen.budget, cost);
  if (!budget) return stop('budget-spent', 'The retries of this process have used up what they may cost together.');
  const next: RetryState = {
    ...seen,
    budget,
    lastCost: cost,
    hasTriedOnce: state.hasTriedOnce || advice.kind === 'maybe',
  };
  return [
    next,
    {
      action: 'retry',
      reason: advice.waitMs !== undefined ? 'asked-to-wait' : advice.kind === 'maybe' ? 'worth-one-try' : 'transient',
      because: advice.because,
      ...told,
      waitMs,
      budgetTokens: budget.tokens,
    },
  ];
}

/** At least as long as the answer asks, with a little more so that not all come back at once; else a full jitter. */
function waitBefore(
  attempts: number,
  { advice, draw }: { readonly advice: Advice; readonly draw: number },
  { baseMs, slowBaseMs, longestBackoffMs }: RetryLimits,
): number {
  if (advice.waitMs !== undefined) return Math.ceil(advice.waitMs + draw * Math.min(advice.waitMs / 10, 1000));
  const isSlow = advice.kind === 'wait' || advice.side === 'limits' || advice.side === 'service';
  const base = isSlow ? slowBaseMs : baseMs;
  return Math.floor(draw * Math.min(longestBackoffMs, base * 2 ** (attempts - 1)));
}
