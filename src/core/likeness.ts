import type { Cause, SignHit } from './cause.ts';
import type { Evidence } from './evidence.ts';
import type { PreparedCause } from './signs.ts';

/** The known wording that a message is most like. */
export interface Likeness {
  readonly cause: Cause;
  readonly hit: SignHit;
  /** Comparable with the strength of a sign; above that of a bare type or status. */
  readonly strength: number;
}

/** The share of a wording's words, weighed by how rare they are, that a message must have. */
const fewestShared = 0.6;
/** A wording of fewer telling words is like too much. */
const fewestWords = 3;
const longestMessage = 1500;
const common = new Set(
  'the and for with this that must not are was has have been from your you can may its into when than then which more please error api request claude anthropic model message messages type code invalid failed'.split(
    ' ',
  ),
);

/**
 * Finds the cause one of whose wordings shares most of its telling words with the message of the evidence. It knows
 * words, not meaning, so what it finds is possible at most.
 */
export function nearestWording(evidence: Evidence, prepared: readonly PreparedCause[]): Likeness | undefined {
  const told = sentencesOf(evidence)
    .map((sentence) => new Set(wordsOf(sentence)))
    .filter(({ size }) => size >= fewestWords);
  if (told.length === 0) return undefined;
  const wordings = prepared.flatMap(({ cause }) =>
    cause.signs.flatMap((sign) => {
      if (sign.says === undefined || sign.shared || sign.certainty === 'possible') return [];
      const text = typeof sign.says === 'string' ? sign.says : sign.says.join(' ');
      return [{ cause, sign, text, words: [...new Set(wordsOf(text))] }];
    }),
  );
  const rarity = raritiesOf(wordings);
  let best: { readonly score: number; readonly wording: (typeof wordings)[number] } | undefined;
  for (const words of told) {
    const spoken = weightOf([...words], rarity);
    for (const wording of wordings) {
      const shared = wording.words.filter((word) => words.has(word));
      if (shared.length < fewestWords || !hasRarest(wording.words, words, rarity)) continue;
      const weight = weightOf(shared, rarity);
      const share = weight / weightOf(wording.words, rarity);
      // Of wordings that are like it, the one that explains more of the message.
      const score = share + weight / spoken;
      if (share >= fewestShared && (!best || score > best.score)) best = { score, wording };
    }
  }
  if (!best) return undefined;
  const { cause, sign, text } = best.wording;
  return {
    cause,
    strength: 30 + best.score,
    hit: { sign, quote: { part: 'text', text: `like the known wording "${text}"` } },
  };
}

/** The message, or the lines of a text that shows none, each with the next, for a terminal may have wrapped it. */
function sentencesOf({ response, reading }: Evidence): readonly string[] {
  if (response?.message !== undefined) return [response.message];
  const lines = (reading?.flat.slice(0, longestMessage) ?? '').split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line, index) => `${line} ${lines[index + 1] ?? ''}`);
}

function wordsOf(text: string): readonly string[] {
  const found = text.toLowerCase().match(/[a-z][a-z0-9]{2,}|\d{3,}/g) ?? [];
  return found.filter((word) => !common.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
}

/** How rare each word is among the causes: a word of every cause weighs nothing. */
function raritiesOf(
  wordings: readonly { readonly cause: Cause; readonly words: readonly string[] }[],
): ReadonlyMap<string, number> {
  const causesOf = new Map<string, Set<Cause>>();
  for (const { cause, words } of wordings) {
    for (const word of words) causesOf.set(word, (causesOf.get(word) ?? new Set()).add(cause));
  }
  const all = new Set(wordings.map(({ cause }) => cause)).size;
  return new Map([...causesOf].map(([word, causes]) => [word, Math.log(1 + all / causes.size)]));
}

/** Whether the message has what the wording is about, its rarest word; of several equally rare ones one is enough. */
function hasRarest(words: readonly string[], told: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): boolean {
  const rarest = Math.max(...words.map((word) => rarity.get(word) ?? 0));
  return words.some((word) => rarity.get(word) === rarest && told.has(word));
}

function weightOf(words: readonly string[], rarity: ReadonlyMap<string, number>): number {
  return words.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0);
}
