import { isDigit } from '../characters.ts';
import { counts, ignoresCase, type Anchor } from './anchors.ts';
import type { Sweep } from './sweep.ts';
import type { Search } from './tables.ts';

/**
 * Looks over a short text without tables, which take longer to make than a first error takes to explain. What is not
 * worth a closer look is told as if it were everywhere.
 */
export function sweepShort({ anchors: all, cuts }: Search, text: string, lower: string): Sweep {
  const hits: { readonly at: number; readonly anchor: Anchor }[] = [];
  const literals = new Set<string>();
  let rank = 0;
  all((anchor, stands) => {
    const searched = ignoresCase(stands) ? lower : text;
    if (stands.kind === 'literal') {
      if (text.includes(anchor)) literals.add(anchor);
      return;
    }
    rank++;
    const first = searched.indexOf(anchor);
    if (first < 0) return;
    const one = { text: anchor, ignoresCase: ignoresCase(stands), rank, stands };
    for (let at = first; at >= 0; at = searched.indexOf(anchor, at + 1))
      if (counts(one, text, at)) hits.push({ at, anchor: one });
  });
  hits.sort((a, b) => a.at - b.at);
  const isAnchorsOnly = cuts === undefined;
  const hasEscapes = text.includes('\\');
  const runs = isAnchorsOnly ? [] : [...text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)];
  return {
    anchors: hits.map(({ anchor }) => anchor),
    places: hits.map(({ at }) => at),
    literals,
    runs: runs.flatMap(({ 0: run, index }) => [index, index + run.length]),
    longestRun: longestOf(runs),
    longestAfterPoint: longestOf(runs.filter(({ index }) => text[index - 1] === '.')),
    lineEnds: isAnchorsOnly ? [] : [...text.matchAll(/\n|\\n/g)].map(({ index }) => index),
    digits: hasDigits(text, leastDigits) ? [0, text.length] : [],
    capitals: /[A-Z]{2}\d{2}/.test(text) ? [0, text.length] : [],
    hasUnseen: /[^\n\r\t -~]/.test(text) || (hasEscapes && /\\[uxe0]/i.test(text)),
    hasCodes: hasEscapes && /\\[ux]/.test(text),
  };
}

/** The fewest digits that a card number has. */
const leastDigits = 14;

function hasDigits(text: string, least: number): boolean {
  let left = least;
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at)) && --left === 0) return true;
  return false;
}

function longestOf(runs: readonly RegExpExecArray[]): number {
  return Math.max(0, ...runs.map(({ 0: run }) => run.length));
}
