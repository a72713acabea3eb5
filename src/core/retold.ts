import type { Cause, Sign } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { squeeze } from './reading.ts';
import { spokenAt, type PreparedCause } from './signs.ts';
import { asSure, type Weighed } from './weighing.ts';

/** Above a bare type or status, below every wording of the API itself. */
const strength = 31;
/** How far apart the fragments of a retelling may be, in letters without the space between them. */
const reach = 90;
const mostPlaces = 8;
const separator = '\ue000';

interface Retelling {
  readonly sign: Sign;
  readonly fragments: readonly string[];
}

const prepared = new WeakMap<Cause, readonly Retelling[]>();

/**
 * What the causes say of a text that names Claude in the words in which programs and people retell an error. Such words
 * are nobody's own, so what they tell is likely at most.
 */
export function answersToRetold(causes: readonly PreparedCause[], evidence: Evidence): ReadonlyMap<string, Weighed> {
  const answers = new Map<string, Weighed>();
  const squeezed = evidence.reading?.squeezed ?? '';
  if (evidence.subject !== 'claude') return answers;
  for (const { cause } of causes) {
    if (cause.retold.length === 0 || cause.needs.some((part) => evidence[part] === undefined)) continue;
    const said = retellingsOf(cause).find(
      ({ sign, fragments }) =>
        areTogether(squeezed, fragments) &&
        fragments.every((one) => spokenAt(one, [sign.says ?? []].flat(), evidence.reading) >= 0),
    );
    if (!said || !evidence.reading) continue;
    const [longest = ''] = said.fragments.toSorted((a, b) => b.length - a.length);
    const start = spokenAt(longest, [said.sign.says ?? []].flat(), evidence.reading);
    const place = evidence.reading.locate(start, start + longest.length);
    const quote = { part: 'text', text: evidence.reading.raw.slice(place.start, place.end), place } as const;
    const match = cause.examine(evidence, { sign: said.sign, quote });
    if (!match) continue;
    const sure = match.certainty === 'proven' ? asSure(match, 'likely') : match;
    answers.set(cause.id, { match: sure, strength: strength + Math.min(6, longest.length / 10) });
  }
  return answers;
}

/** Whether the fragments of a retelling stand in one sentence, so to speak, and not here and there in the text. */
function areTogether(squeezed: string, fragments: readonly string[]): boolean {
  const [first = '', ...others] = fragments.toSorted((a, b) => b.length - a.length);
  if (others.length === 0) return squeezed.includes(first);
  if (!fragments.every((one) => squeezed.includes(one))) return false;
  for (let at = squeezed.indexOf(first), left = mostPlaces; at >= 0 && left > 0; left--) {
    const from = Math.max(0, at - reach);
    const to = at + first.length + reach;
    if (others.every((one) => squeezed.slice(from, to).includes(one))) return true;
    at = squeezed.indexOf(first, at + 1);
  }
  return false;
}

function retellingsOf(cause: Cause): readonly Retelling[] {
  const known = prepared.get(cause);
  if (known) return known;
  const made = cause.retold.map((says): Retelling => {
    const fragments = squeeze([says].flat().join(separator)).split(separator);
    return { sign: { says, certainty: 'likely', shared: true }, fragments };
  });
  prepared.set(cause, made);
  return made;
}
