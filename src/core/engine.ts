import type { Cause } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { withFallback } from './fallback.ts';
import { held, prepareCauses, type PreparedCause, type Search } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { compare, weigh, type Answer, type Weighed } from './weighing.ts';

export { factsOf } from './facts-of.ts';

/** Causes made ready for judging; build it once and use it for every evidence. */
export interface Engine {
  readonly judge: (evidence: Evidence) => Verdict;
  /** As `judge`, without the second look at wordings that are cut off or changed. */
  readonly judgeExactly: (evidence: Evidence) => Verdict;
  readonly answers: (evidence: Evidence) => ReadonlyMap<string, Answer>;
}

/** Makes an engine over a list of causes. Signs are prepared on the first judgement, not before. */
export function createEngine(causes: readonly Cause[]): Engine {
  let prepared: readonly PreparedCause[] | undefined;
  const answers = (evidence: Evidence, search?: Search): ReadonlyMap<string, Answer> => {
    prepared ??= prepareCauses(causes);
    const all = new Map<string, Answer>();
    for (const one of prepared) all.set(one.cause.id, ask(one, evidence, search));
    return all;
  };
  const judgeExactly = (evidence: Evidence): Verdict => weigh(answers(evidence), evidence);
  return {
    answers,
    judgeExactly,
    judge: (evidence) => withFallback(judgeExactly(evidence), evidence, causes, answers),
  };
}

function ask({ cause, signs }: PreparedCause, evidence: Evidence, search?: Search): Answer {
  const missing = cause.needs.filter((part) => evidence[part] === undefined);
  if (missing.length > 0) return { kind: 'unanswerable', missing };
  let best: Weighed | undefined;
  for (const candidate of signs) {
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
