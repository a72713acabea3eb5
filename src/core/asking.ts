import type { Evidence } from './evidence.ts';
import { held, type PreparedCause, type Search } from './signs.ts';
import { compare, type Answer, type Weighed } from './weighing.ts';

/** Asks each of the causes, by its id. */
export function askAll(prepared: readonly PreparedCause[], evidence: Evidence): ReadonlyMap<string, Answer> {
  return new Map(prepared.map((one) => [one.cause.id, ask(one, evidence)]));
}

/** Asks one cause whether it is the one, by the strongest of its signs that hold. */
export function ask({ cause, signs }: PreparedCause, evidence: Evidence, search?: Search): Answer {
  const missing = cause.needs.filter((part) => evidence[part] === undefined);
  if (missing.length > 0) return { kind: 'unanswerable', missing };
  let best: Weighed | undefined;
  for (const candidate of signs) {
    // The signs come strongest first, so none that follows can tell more than one that is proven.
    if (best?.match.certainty === 'proven') break;
    const hit = held(candidate, evidence, search);
    if (!hit) continue;
    try {
      const match = cause.examine(evidence, hit);
      if (match && (!best || compare({ match, strength: candidate.strength }, best) < 0)) {
        best = { match, strength: candidate.strength };
      }
    } catch (error) {
      return { kind: 'crashed', error: error instanceof Error ? error.message : String(error) };
    }
  }
  return best ? { kind: 'matched', ...best } : { kind: 'ruled-out' };
}
