import type { Locus, RetryKind } from '../../core/cause.ts';
import { present } from '../../core/present.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { Sighting } from './breaker.ts';

/** What the cause of a failure says of sending the same request again. */
export interface Advice {
  readonly kind: RetryKind;
  /** The cause, or `unknown`. */
  readonly cause: string;
  readonly side?: Locus;
  /** How long the answer asks to wait. */
  readonly waitMs?: number;
  readonly because: string;
}

/** Statuses that a retry can help; every other one below 500 is about the request or the account. */
const transient: ReadonlySet<number> = new Set([408, 409, 429]);

/** Reads the advice out of a failure: the cause's own where it is known, else what the answer's headers and status say. */
export function adviceOf(failure: FailedAttempt): Advice {
  const { verdict, retryAfterMs } = failure;
  const [finding] = verdict.findings;
  const cause = finding?.cause ?? 'unknown';
  const side = finding?.locus;
  if (finding && finding.certainty !== 'possible') {
    const { kind, waitMs, because } = finding.retry;
    // A date in the answer is a moment that its headers may have turned into a wait.
    return { kind, cause, because, ...present({ side, waitMs: waitMs ?? (kind === 'no' ? undefined : retryAfterMs) }) };
  }
  return { cause, ...byStatus(failure), ...present({ side, waitMs: retryAfterMs }) };
}

function byStatus({ shouldRetry, status, ending, verdict }: FailedAttempt): Pick<Advice, 'kind' | 'because'> {
  if (shouldRetry === true)
    return { kind: 'yes', because: 'The answer says that a retry can help (`x-should-retry`).' };
  if (shouldRetry === false)
    return { kind: 'no', because: 'The answer says that a retry will not help (`x-should-retry`).' };
  if (status !== undefined && ending === 'refused') {
    return status >= 500 || transient.has(status)
      ? { kind: 'yes', because: `The cause is not certain; HTTP ${status} usually passes.` }
      : { kind: 'no', because: `The cause is not certain; HTTP ${status} comes again for the same request.` };
  }
  if (verdict.outcome === 'none') return { kind: 'no', because: 'It is no failure of a call to the Claude API.' };
  return { kind: 'maybe', because: 'The cause is not certain; one retry tells whether it passes.' };
}

const downSides: ReadonlySet<Locus> = new Set(['service', 'network', 'gateway']);

/** What a failure says of the service: a refusal shows that it works. */
export function sightingOf({ status, ending }: FailedAttempt, { kind, side }: Advice): Sighting {
  if (ending === 'refused' && status !== undefined && status < 500) return 'answered';
  if (kind === 'no' && side !== undefined && !downSides.has(side)) return 'answered';
  return 'down';
}
