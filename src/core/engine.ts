import type { Cause } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { withFallback } from './fallback.ts';
import { held, prepareCauses, type PreparedCause, type Search } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { compare, weigh, type Answer, type Weighed } from './weighing.ts';

/** Causes made ready for judging; build it once and use it for every evidence. */
export interface Engine {
  readonly judge: (evidence: Evidence) => Verdict;
  readonly answers: (evidence: Evidence) => ReadonlyMap<string, Answer>;
}

/** Makes an engine over a list of causes. Signs are prepared on the first judgement, not before. */
export function createEngine(causes: readonly Cause[]): Engine {
  let prepared: readonly PreparedCause[] | undefined;
  const answers = (evidence: Evidence, search?: Search): ReadonlyMap<string, Answer> =>
    askAll((prepared ??= prepareCauses(causes)), evidence, search);
  return {
    answers,
    judge: (evidence) => withFallback(weigh(answers(evidence), evidence), evidence, causes, answers),
  };
}

/** Judges by causes that are ready, without the second look at wordings that are cut off or changed. */
export function judgeExactly(prepared: readonly PreparedCause[], evidence: Evidence): Verdict {
  return weigh(askAll(prepared, evidence), evidence);
}

function askAll(prepared: readonly PreparedCause[], evidence: Evidence, search?: Search): ReadonlyMap<string, Answer> {
  return new Map(prepared.map((one) => [one.cause.id, ask(one, evidence, search)]));
}

function ask({ cause, signs }: PreparedCause, evidence: Evidence, search?: Search): Answer {
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
