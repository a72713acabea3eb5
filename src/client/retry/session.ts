import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import { pause } from '../clock.ts';
import { call, type Trouble } from '../trouble.ts';
import { adviceOf, sightingOf } from './advice.ts';
import { closedBreaker } from './breaker.ts';
import { CircuitOpenError } from './circuit-open.ts';
import { admitAttempt, decide, type RetryDecision, type RetryEvent, type RetryState } from './policy.ts';
import type { RetrySettings } from './settings.ts';

/** One call on its way through its attempts: keeps the state, waits, and tells the listener. */
export interface RetrySession {
  /** The attempt that is under way, from 1. */
  readonly attempt: () => number;
  /** Starts the first attempt; throws when calls are held back. */
  readonly begin: () => void;
  readonly succeeded: () => void;
  readonly abandoned: () => void;
  /** Decides, and waits: whether the next attempt is to be made. */
  readonly next: (failure: FailedAttempt, isRepeatable?: boolean) => Promise<boolean>;
}

/** Starts a call. `key` says which calls share a circuit breaker. */
export function startSession(
  settings: RetrySettings,
  key: string,
  signal: AbortSignal | undefined,
  trouble: Trouble,
): RetrySession {
  const { limits, share, clock, random, restart } = settings;
  let own: Omit<RetryState, 'budget' | 'breaker'> = { startedAt: clock.now(), attempts: 0, hasTriedOnce: false };

  const state = (): RetryState => ({
    ...own,
    budget: share.budget,
    breaker: share.breakers.get(key) ?? closedBreaker,
  });
  const keep = ({ budget, breaker, ...rest }: RetryState): void => {
    own = rest;
    share.budget = budget;
    share.breakers.set(key, breaker);
  };
  const tell = (decision: RetryDecision, failure: FailedAttempt | undefined): void =>
    call(settings.onDecision, 'onDecision', trouble, decision, failure);
  const isAdmitted = (): boolean => {
    const [next, admitted] = admitAttempt(state(), clock.now());
    if (admitted) keep(next);
    return admitted;
  };
  const heldBack = (failure?: FailedAttempt): CircuitOpenError => {
    const { breaker, budget, attempts } = state();
    const { cause, until } = breaker.kind === 'closed' ? { cause: 'unknown', until: 0 } : breaker;
    const waitMs = Math.max(0, until - clock.now());
    const error = new CircuitOpenError(cause, waitMs);
    tell(
      {
        action: 'stop',
        reason: 'circuit-open',
        because: error.message,
        attempt: attempts,
        cause,
        waitMs,
        budgetTokens: budget.tokens,
      },
      failure,
    );
    return error;
  };
  const take = (event: RetryEvent): RetryDecision | undefined => {
    const [next, decision] = decide(state(), event, limits);
    keep(next);
    return decision;
  };
  const isRestarted = async (event: RetryEvent & { kind: 'failed' }, failure: FailedAttempt): Promise<boolean> => {
    if (!event.hasOutput || !restart) return false;
    // Asked only where the rest would allow it, since asking makes the program take back what it showed.
    const [, decision] = decide(state(), { ...event, mayRestart: true }, limits);
    return decision?.action === 'retry' && restart(failure);
  };

  return {
    attempt: () => own.attempts,
    begin() {
      if (!isAdmitted()) throw heldBack();
    },
    succeeded: () => void take({ kind: 'succeeded', now: clock.now() }),
    abandoned: () => void take({ kind: 'abandoned', now: clock.now() }),
    async next(failure, isRepeatable = true) {
      const advice = adviceOf(failure);
      const event = {
        kind: 'failed',
        now: clock.now(),
        advice,
        sighting: sightingOf(failure, advice),
        isTimeout: failure.isTimeout,
        hasOutput: failure.hasOutput,
        mayRestart: false,
        isRepeatable,
        draw: random(),
      } as const;
      const decision = take({ ...event, mayRestart: await isRestarted(event, failure) });
      if (!decision) return false;
      tell(decision, failure);
      if (decision.action === 'stop') return false;
      await pause(clock, decision.waitMs ?? 0, signal);
      if (isAdmitted()) return true;
      heldBack(failure);
      return false;
    },
  };
}
