import { counts, type Anchor } from './anchors.ts';
import type { Sweep } from './sweep.ts';
import type { Search } from './tables.ts';

/**
 * Looks over a short text without tables, which take longer to make than a first error takes to explain. What is not
 * worth a closer look is told as if it were everywhere.
 */
export function sweepShort({ anchors: all, cuts }: Search, text: string, lower: string): Sweep {
  const hits: { readonly at: number; readonly anchor: Anchor }[] = [];
  let rank = 0;
  for (const [anchor, stands] of all()) {
    const searched = stands.kind === 'form' ? text : lower;
    const one = { text: anchor, ignoresCase: stands.kind !== 'form', rank: rank++, stands };
    for (let at = searched.indexOf(anchor); at >= 0; at = searched.indexOf(anchor, at + 1))
      if (counts(one, text, at)) hits.push({ at, anchor: one });
  }
  hits.sort((a, b) => a.at - b.at);
  const isAnchorsOnly = cuts === undefined;
  return {
    anchors: hits.map(({ anchor }) => anchor),
    places: hits.map(({ at }) => at),
    runs: isAnchorsOnly
      ? []
      : [...text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)].flatMap(({ 0: run, index }) => [index, index + run.length]),
    lineEnds: isAnchorsOnly ? [] : [...text.matchAll(/\n|\\n/g)].map(({ index }) => index),
    digits: [0, text.length],
    capitals: [0, text.length],
    hasUnseen: /[^\n\r\t -~]|\\[uxe0]/i.test(text),
    hasCodes: /\\[ux]/.test(text),
  };
}
