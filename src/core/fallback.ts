import type { Cause } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { nearestWording } from './likeness.ts';
import type { Search } from './signs.ts';
import type { Verdict } from './verdict.ts';
import { asSure, weigh, type Answer } from './weighing.ts';

/** A cut wording must show at least so many characters of itself, squeezed. */
const fewestShown = 10;
/** From so many on, it is likely and not merely possible. */
const manyShown = 16;

/** Whether a verdict names no cause that is at least likely, although a call failed. */
export function isWeak({ outcome, findings }: Verdict): boolean {
  const [first] = findings;
  return first ? first.certainty === 'possible' : outcome === 'unknown';
}

/**
 * Looks a second time where the first look found nothing sure: for wordings that the end of the text cuts off, then
 * for the known wording that is most like the message. What it finds is never called proven.
 */
export function withFallback(
  exact: Verdict,
  evidence: Evidence,
  causes: readonly Cause[],
  answers: (evidence: Evidence, search: Search) => ReadonlyMap<string, Answer>,
): Verdict {
  if (!isWeak(exact) || evidence.subject === 'other') return exact;
  const cut = weigh(lowered(answers(evidence, cutSearch(evidence))), evidence);
  if (cut.findings[0] && cut.findings[0].certainty !== 'possible') return cut;
  const alike = nearestWording(evidence, causes);
  if (!alike) return cut.findings.length > exact.findings.length ? cut : exact;
  const similar = alike.cause.examine(evidence, alike.hit);
  if (!similar) return exact;
  const answer: Answer = { kind: 'matched', match: asSure(similar, 'possible'), strength: alike.strength };
  const matched = [...answers(evidence, cutSearch(evidence))].filter(([, { kind }]) => kind === 'matched');
  return weigh(new Map([...lowered(new Map(matched)), [alike.cause.id, answer]]), evidence);
}

/** Finds a fragment also where the text ends in the middle of it. */
function cutSearch({ reading }: Evidence): Search {
  const end = (reading?.squeezed ?? '').replace(/[.,:;…"'})\]]+$/, '').length;
  return (squeezed, fragment) => {
    const whole = squeezed.indexOf(fragment);
    if (whole >= 0) return whole;
    for (let shown = Math.min(fragment.length - 1, end); shown >= fewestShown; shown--) {
      if (squeezed.startsWith(fragment.slice(0, shown), end - shown)) return end - shown;
    }
    return -1;
  };
}

/** Lowers what rests on a cut wording: the longer the part that is shown, the surer. */
function lowered(answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  return new Map(
    [...answers].map(([id, answer]) => {
      if (answer.kind !== 'matched' || answer.match.certainty !== 'proven') return [id, answer];
      const shown = answer.match.because.reduce(
        (most, { place }) => Math.max(most, (place?.end ?? 0) - (place?.start ?? 0)),
        0,
      );
      return [id, { ...answer, match: asSure(answer.match, shown >= manyShown ? 'likely' : 'possible') }];
    }),
  );
}
