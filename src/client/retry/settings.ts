import { withoutCustomSecrets } from '../../capture/output-redaction.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import { systemClock, type Clock } from '../clock.ts';
import type { BreakerLimits } from './breaker.ts';
import type { RetryDecision, RetryLimits } from './policy.ts';
import { processShare, type RetryShare } from './share.ts';

/** How calls are tried again. */
export interface RetryOptions extends Partial<Omit<RetryLimits, 'breaker'>> {
  /** `false` never holds calls back. */
  readonly breaker?: false | Partial<BreakerLimits>;
  /** Is told of every decision; the failure is absent where a call is held back before its first attempt. */
  readonly onDecision?: (decision: RetryDecision, failure: FailedAttempt | undefined) => unknown;
  /**
   * Asked before a call begins anew although output was delivered. Take back what was shown and return `true`; the
   * second answer follows from its start. Without it such a call is not retried.
   */
  readonly restart?: (failure: FailedAttempt) => boolean | Promise<boolean>;
  /** A stream that is silent for longer is given up: the API sends a `ping` while the model thinks. Forever unless said. */
  readonly silenceMs?: number;
  /** Budget and breakers; those of the process unless said. */
  readonly share?: RetryShare;
  /** What else is to be taken out of what listeners are told: words in any case, and patterns. */
  readonly redact?: CustomSecrets;
  readonly clock?: Clock;
  /** From 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/** Options with everything that was left out. */
export interface RetrySettings {
  readonly limits: RetryLimits;
  readonly onDecision: RetryOptions['onDecision'];
  readonly restart: RetryOptions['restart'];
  readonly silenceMs: number | undefined;
  readonly share: RetryShare;
  readonly clock: Clock;
  readonly random: () => number;
}

const usual: RetryLimits = {
  attempts: 4,
  totalMs: 600_000,
  waitMs: 60_000,
  baseMs: 500,
  slowBaseMs: 2000,
  longestBackoffMs: 30_000,
  breaker: { failures: 10, coolDownMs: 15_000, longestCoolDownMs: 120_000 },
};
const never: BreakerLimits = { ...usual.breaker, failures: Number.POSITIVE_INFINITY };

/** Fills in what the options leave out. */
export function settingsOf(options: RetryOptions): RetrySettings {
  const {
    breaker,
    onDecision,
    restart,
    silenceMs,
    share,
    redact,
    clock = systemClock,
    random = Math.random,
    ...rest
  } = options;
  const clean = withoutCustomSecrets(redact);
  const { attempts, totalMs, waitMs, baseMs, slowBaseMs, longestBackoffMs } = { ...usual, ...rest };
  return {
    limits: {
      attempts,
      totalMs,
      waitMs,
      baseMs,
      slowBaseMs,
      longestBackoffMs,
      breaker: breaker === false ? never : { ...usual.breaker, ...breaker },
    },
    onDecision: onDecision && ((decision, failure) => onDecision(clean(decision), clean(failure))),
    restart: restart && ((failure) => restart(clean(failure))),
    silenceMs,
    share: share ?? processShare(),
    clock,
    random,
  };
}
