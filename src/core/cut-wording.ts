import { ask } from './asking.ts';
import type { Certainty, Sign } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { squeeze, squeezedLength } from './reading.ts';
import type { PreparedCause, PreparedSign, Search } from './signs.ts';
import { asSure, compare, type Weighed } from './weighing.ts';

/** A cut fragment must show at least so many characters of itself, squeezed, and at least half of itself. */
const fewestShown = 10;
/** From so many on, squeezed, a wording is likely and not merely possible. */
const manyShown = 16;

/** How a text ends that may break off in the middle of a wording. */
interface Ending {
  readonly squeezed: string;
  /** Where it breaks off. */
  readonly end: number;
  /** The text itself shows that something is missing. */
  readonly isMarked: boolean;
}

/** What the causes say of a text whose end cuts off one of their wordings: likely at most. */
export function answersToCut(prepared: readonly PreparedCause[], evidence: Evidence): ReadonlyMap<string, Weighed> {
  const answers = new Map<string, Weighed>();
  const ending = endingOf(evidence);
  if (!ending) return answers;
  const search: Search = (squeezed, fragment) => {
    const whole = squeezed.indexOf(fragment);
    return whole >= 0 ? whole : cutAt(ending, fragment);
  };
  for (const { cause, signs } of prepared) {
    for (const sign of signs) {
      const cut = sign.says.find((fragment) => cutAt(ending, fragment) >= 0 && !ending.squeezed.includes(fragment));
      if (cut === undefined) continue;
      const certainty = certaintyOf(ending, cut, sign, prepared);
      const answer = certainty && ask({ cause, signs: [sign] }, evidence, search);
      if (certainty === undefined || answer?.kind !== 'matched') continue;
      const { match, strength } = answer;
      const weighed = { match: match.certainty === 'possible' ? match : asSure(match, certainty), strength };
      const best = answers.get(cause.id);
      if (!best || compare(weighed, best) < 0) answers.set(cause.id, weighed);
    }
  }
  return answers;
}

/** A text that closes with a full stop, a quote or a bracket is whole, unless dots of omission stand there. */
function endingOf({ reading, response }: Evidence): Ending | undefined {
  const { flat = '', squeezed = '' } = reading ?? {};
  const tail = flat.slice(-200).replace(/[\s`*|\u2500-\u259f]+$/, '');
  const unclosed = tail.replace(/["'\u2018-\u201f»)\]}]+$/, '');
  if (/(?:…|\.\.)$/.test(unclosed)) {
    let end = squeezed.length;
    while (end > 0 && '.…)]}'.includes(squeezed.charAt(end - 1))) end--;
    return { squeezed, end, isMarked: true };
  }
  if (unclosed !== tail || tail.endsWith('.')) return undefined;
  return { squeezed, end: squeezed.length, isMarked: response?.isMessageCut === true };
}

/** Where the start of a fragment stands that the end of the text cuts off; looks at the end of the text alone. */
function cutAt({ squeezed, end }: Ending, fragment: string): number {
  const beginning = fragment.slice(0, Math.max(fewestShown, Math.ceil(fragment.length / 2)));
  let at = squeezed.indexOf(beginning, Math.max(0, end - fragment.length + 1));
  while (at >= 0 && !fragment.startsWith(squeezed.slice(at, end))) at = squeezed.indexOf(beginning, at + 1);
  return at;
}

/**
 * How sure a cut wording can be. A beginning that several causes share tells none of them; where nothing shows that the
 * text is cut, it may be a whole sentence, and then it is none of them.
 */
function certaintyOf(
  ending: Ending,
  fragment: string,
  { sign, says }: PreparedSign,
  prepared: readonly PreparedCause[],
): Certainty | undefined {
  const beginning = ending.squeezed.slice(cutAt(ending, fragment), ending.end);
  const isCut = ending.isMarked || endsInsideWord(sign, beginning);
  const isAllButMarks = !/[\p{L}\p{N}]/u.test(fragment.slice(beginning.length));
  if (!isAllButMarks && causesBeginning(beginning, prepared) > 1) return isCut ? 'possible' : undefined;
  const shown = says.reduce((sum, one) => sum + (one === fragment ? beginning : one).length, 0);
  return (isCut || isAllButMarks) && shown >= manyShown ? 'likely' : 'possible';
}

/** How many causes have a wording with this beginning. */
function causesBeginning(beginning: string, prepared: readonly PreparedCause[]): number {
  return prepared.filter(({ signs }) => signs.some(({ says }) => says.some((one) => one.startsWith(beginning)))).length;
}

/** Whether a wording goes on with a letter of the word in which its beginning stops. */
function endsInsideWord({ says = [] }: Sign, beginning: string): boolean {
  const wording = [says].flat().find((one) => squeeze(one).startsWith(beginning)) ?? '';
  let at = 0;
  for (let kept = 0; kept < beginning.length && at < wording.length; at++) kept += squeezedLength(wording.charAt(at));
  return /^[\p{L}\p{N}]{2}/u.test(wording.slice(at - 1));
}
