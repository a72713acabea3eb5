import { present } from '../../core/present.ts';
import type { BadCall } from '../../ramp/state.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import { adviceOf, sightingOf } from '../retry/advice.ts';

/** What a failure says to a ramp. */
export function badCallOf(failure: FailedAttempt): BadCall {
  const advice = adviceOf(failure);
  const { kind, cause, side, waitMs, because } = advice;
  return {
    cause,
    retry: kind,
    because,
    sighting: sightingOf(failure, advice),
    isTimeout: failure.isTimeout,
    ...present({ side, waitMs }),
  };
}
