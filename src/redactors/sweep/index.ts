import { sweepLong } from './long.ts';
import { sweepShort } from './short.ts';
import type { Sweep } from './sweep.ts';
import { tablesOf, type Search } from './tables.ts';

/** A text of this length is searched for one thing after the other sooner than the tables are made. */
const shortText = 3000;

/** Looks over a text once. */
export function sweep(search: Search, text: string): Sweep {
  if (search.tables === undefined && text.length <= shortText) {
    const lower = text.toLowerCase();
    // A few letters are longer in lower case, and places would not be true.
    if (lower.length === text.length) return sweepShort(search, text, lower);
  }
  return sweepLong((search.tables ??= tablesOf(search)), text);
}
