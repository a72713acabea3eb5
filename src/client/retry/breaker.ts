/** When calls are held back altogether. */
export interface BreakerLimits {
  /** So many attempts in a row that failed on the side of the service or the network. */
  readonly failures: number;
  /** Calls are held back for so long; then one is let through to see. */
  readonly coolDownMs: number;
  /** Each time that the one fails the pause doubles, up to this. */
  readonly longestCoolDownMs: number;
}

/** A circuit breaker for one address and model. */
export type Breaker =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number; readonly coolDownMs: number; readonly cause: string }
  /** One attempt is under way, and decides; when nothing is heard of it until then, another may. */
  | { readonly kind: 'trying'; readonly until: number; readonly coolDownMs: number; readonly cause: string };

/** What an attempt says of the service: `answered` also counts for refusals, since something lives that refuses. */
export type Sighting = 'answered' | 'down' | 'unknown';

/** A breaker that lets everything through. */
export const closedBreaker: Breaker = { kind: 'closed', failures: 0 };

/** Whether an attempt may start now, and the breaker with it under way. */
export function admit(breaker: Breaker, now: number): readonly [Breaker, boolean] {
  if (breaker.kind === 'closed') return [breaker, true];
  if (now < breaker.until) return [breaker, false];
  const { coolDownMs, cause } = breaker;
  return [{ kind: 'trying', until: now + coolDownMs, coolDownMs, cause }, true];
}

/** The breaker after an attempt ended. */
export function sighted(
  breaker: Breaker,
  sighting: Sighting,
  { now, cause, limits }: { readonly now: number; readonly cause: string; readonly limits: BreakerLimits },
): Breaker {
  if (sighting === 'answered') return closedBreaker;
  // An attempt that its caller ended tells nothing: the next one may try.
  if (sighting === 'unknown') return breaker.kind === 'trying' ? { ...breaker, kind: 'open', until: now } : breaker;
  if (breaker.kind === 'open') return breaker;
  if (breaker.kind === 'trying') {
    const coolDownMs = Math.min(breaker.coolDownMs * 2, limits.longestCoolDownMs);
    return { kind: 'open', until: now + coolDownMs, coolDownMs, cause };
  }
  const failures = breaker.failures + 1;
  if (failures < limits.failures) return { kind: 'closed', failures };
  return { kind: 'open', until: now + limits.coolDownMs, coolDownMs: limits.coolDownMs, cause };
}
