import { sweepLong } from './long.ts';
import { sweepShort } from './short.ts';
import type { Sweep } from './sweep.ts';
import { tablesOf, type Search } from './tables.ts';

/** Texts of this length together are searched for one thing after the other sooner than the tables are made. */
const shortTexts = 50_000;

/** Looks over a text once. */
export function sweep(search: Search, text: string): Sweep {
  search.swept += text.length;
  if (search.tables === undefined && search.swept <= shortTexts) {
    const lower = text.toLowerCase();
    // A few letters are longer in lower case, and places would not be true.
    if (lower.length === text.length) return sweepShort(search, text, lower);
  }
  return sweepLong((search.tables ??= tablesOf(search)), text);
}
