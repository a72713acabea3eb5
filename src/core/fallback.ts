import { answersToCut } from './cut-wording.ts';
import type { Evidence } from './evidence.ts';
import { nearestWording } from './likeness.ts';
import type { PreparedCause } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { answersToRetold } from './retold.ts';
import { asSure, isWeak, weigh, type Answer, type Weighed } from './weighing.ts';

/**
 * Looks a second time where the first look found nothing sure: for wordings that the end of the text cuts off, for words
 * in which an error is retold, then for the known wording that is most like the message. What it finds is never called
 * proven. The answers are those on which the verdict rests; causes of which no sign holds may be left out of them.
 */
export function withFallback(
  exact: Verdict,
  answers: ReadonlyMap<string, Answer>,
  evidence: Evidence,
  prepared: readonly PreparedCause[],
): Verdict {
  if (!isWeak(exact, evidence) || evidence.subject === 'other') return exact;
  const cutOff = exact.outcome === 'none' ? none : answersToCut(prepared, evidence);
  const known = joined(prepared, answers, cutOff);
  const cut = cutOff.size > 0 ? weigh(new Map(known), evidence) : exact;
  if (cut.findings[0] && cut.findings[0].certainty !== 'possible') return cut;
  const retold = answersToRetold(prepared, evidence);
  if (retold.size > 0) return weigh(new Map(joined(prepared, new Map(known), retold)), evidence);
  if (exact.outcome === 'none') return exact;
  const alike = nearestWording(evidence, prepared);
  const similar = alike?.cause.examine(evidence, alike.hit);
  if (!alike || !similar) return cut;
  const answer: Answer = { kind: 'matched', match: asSure(similar, 'possible'), strength: alike.strength };
  const matched = known.filter(([, { kind }]) => kind === 'matched');
  return weigh(new Map([...matched, [alike.cause.id, answer]]), evidence);
}

const none: ReadonlyMap<string, Weighed> = new Map();

/** Answers with what was found later in the place of what was known before, in the order of the causes. */
function joined(
  prepared: readonly PreparedCause[],
  answers: ReadonlyMap<string, Answer>,
  later: ReadonlyMap<string, Weighed>,
): readonly (readonly [string, Answer])[] {
  return prepared.flatMap(({ cause: { id } }): readonly (readonly [string, Answer])[] => {
    const found = later.get(id);
    const answer = found ? ({ kind: 'matched', ...found } as const) : answers.get(id);
    return answer ? [[id, answer]] : [];
  });
}
