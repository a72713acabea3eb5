import { isFaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import { isTimeout } from '../attempt/judge.ts';
import { thrownFailure } from '../attempt/thrown-failure.ts';
import { warnProcess } from '../trouble.ts';
import { startSession } from './session.ts';
import { settingsOf, type RetryOptions } from './settings.ts';

/** What an action is told of the attempt that it makes. */
export interface RetryAttempt {
  /** From 1. */
  readonly number: number;
  readonly signal?: AbortSignal;
  /** Say this once output has been handed on: from then on a failure is not retried, unless `restart` allows it. */
  readonly delivered: () => void;
}

/** How an action is tried again. */
export interface RetryCallOptions extends RetryOptions {
  readonly signal?: AbortSignal;
  /** Which actions share a circuit breaker. */
  readonly key?: string;
}

/**
 * Runs any asynchronous action, and runs it again by the cause of what it throws. Errors that are none of a call to the
 * Claude API are thrown on at once. Switch off the retries of the client that the action uses, or they multiply.
 */
export async function retryCall<T>(
  action: (attempt: RetryAttempt) => Promise<T>,
  options: RetryCallOptions = {},
): Promise<T> {
  const { signal, key = '', ...rest } = options;
  const settings = settingsOf(rest);
  const session = startSession(settings, key, signal, warnProcess);
  session.begin();
  for (;;) {
    const startedAt = settings.clock.now();
    const number = session.attempt();
    let hasOutput = false;
    try {
      const result = await action({ number, delivered: () => void (hasOutput = true), ...present({ signal }) });
      session.succeeded();
      return result;
    } catch (error) {
      if (isFaultlineError(error) || (signal?.aborted === true && !isTimeout(signal.reason))) {
        session.abandoned();
        throw error;
      }
      const timing = { startedAt: new Date(startedAt).toISOString(), failedMs: settings.clock.now() - startedAt };
      const isNext = await session
        .next(thrownFailure(error, { attempt: number, hasOutput, timing }).failure)
        .catch(() => {
          session.abandoned();
          return false;
        });
      if (!isNext) throw error;
    }
  }
}
