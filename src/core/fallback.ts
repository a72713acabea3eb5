import { answersToCut } from './cut-wording.ts';
import type { Evidence } from './evidence.ts';
import { nearestWording } from './likeness.ts';
import type { PreparedCause } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { asSure, isWeak, weigh, type Answer } from './weighing.ts';

/**
 * Looks a second time where the first look found nothing sure: for wordings that the end of the text cuts off, then
 * for the known wording that is most like the message. What it finds is never called proven. The answers are those on
 * which the verdict rests; causes of which no sign holds may be left out of them.
 */
export function withFallback(
  exact: Verdict,
  answers: ReadonlyMap<string, Answer>,
  evidence: Evidence,
  prepared: readonly PreparedCause[],
): Verdict {
  if (!isWeak(exact) || evidence.subject === 'other') return exact;
  const cutOff = answersToCut(prepared, evidence);
  // In the order of the causes, however few of them were asked.
  const known = prepared.flatMap(({ cause: { id } }): readonly (readonly [string, Answer])[] => {
    const cut = cutOff.get(id);
    const answer = cut ? ({ kind: 'matched', ...cut } as const) : answers.get(id);
    return answer ? [[id, answer]] : [];
  });
  const cut = cutOff.size > 0 ? weigh(new Map(known), evidence) : exact;
  if (cut.findings[0] && cut.findings[0].certainty !== 'possible') return cut;
  const alike = nearestWording(evidence, prepared);
  const similar = alike?.cause.examine(evidence, alike.hit);
  if (!alike || !similar) return cut;
  const answer: Answer = { kind: 'matched', match: asSure(similar, 'possible'), strength: alike.strength };
  const matched = known.filter(([, { kind }]) => kind === 'matched');
  return weigh(new Map([...matched, [alike.cause.id, answer]]), evidence);
}
