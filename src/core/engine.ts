import { askAll } from './asking.ts';
import type { Cause } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { withFallback } from './fallback.ts';
import { prepareCauses, type PreparedCause } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { weigh, type Answer } from './weighing.ts';

/** Causes made ready for judging; build it once and use it for every evidence. */
export interface Engine {
  readonly judge: (evidence: Evidence) => Verdict;
  readonly answers: (evidence: Evidence) => ReadonlyMap<string, Answer>;
}

/** Makes an engine over a list of causes. Signs are prepared on the first judgement, not before. */
export function createEngine(causes: readonly Cause[]): Engine {
  let prepared: readonly PreparedCause[] | undefined;
  const ready = (): readonly PreparedCause[] => (prepared ??= prepareCauses(causes));
  return {
    answers: (evidence) => askAll(ready(), evidence),
    judge: (evidence) => {
      const answers = askAll(ready(), evidence);
      return withFallback(weigh(answers, evidence), answers, evidence, ready());
    },
  };
}
