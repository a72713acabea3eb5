import type { Model } from '../core/model.ts';
import { allModels, shortId } from './models.ts';

/** A misspelling is at most this share of the id's length away from what was meant. */
const tolerance = 0.2;
const mostSuggestions = 3;

/** The ids that an unknown id may have meant, and whether it looks like a model that is newer than this table. */
export function suggestModels(id: string): { readonly suggestions: readonly string[]; readonly looksNewer: boolean } {
  const written = plain(id);
  const words = sorted(written);
  const looksNewer = isNewer(written);
  if (looksNewer) return { suggestions: [], looksNewer };
  const ranked = new Map<string, number>();
  for (const model of allModels()) {
    const distance = Math.min(...names(model).map((name) => apart(written, words, name)));
    // Of two models equally near, the one that still answers was meant.
    if (distance !== Infinity) ranked.set(shortId(model), distance + (model.retiresOn === undefined ? 0 : 0.5));
  }
  const suggestions = [...ranked].toSorted((a, b) => a[1] - b[1]).map(([name]) => name);
  return { suggestions: suggestions.slice(0, mostSuggestions), looksNewer };
}

function names(model: Model): readonly string[] {
  return [model.id, ...model.aliases, shortId(model).replace(/-\d{8}$/, '')];
}

function apart(written: string, words: string, name: string): number {
  if (words === sorted(name)) return 0;
  const most = Math.max(2, Math.floor(name.length * tolerance));
  if (Math.abs(written.length - name.length) > most) return Infinity;
  const distance = editDistance(written, name);
  return distance <= most ? distance : Infinity;
}

/** Lower case, without provider prefixes and platform suffixes, dots and blanks as dashes. */
function plain(id: string): string {
  return id
    .slice(0, 100)
    .toLowerCase()
    .replace(/^(?:.*\/)?(?:[a-z-]+\.)?(?:anthropic[./])?/, '')
    .replace(/-v\d+(?::\d+)?$|\[1m\]$/, '')
    .replace(/[.\s_@]+/g, '-');
}

function sorted(id: string): string {
  return id.split('-').toSorted().join('-');
}

function isNewer(id: string): boolean {
  const wanted = versionOf(id);
  if (!wanted) return false;
  const known = allModels().flatMap((model) => versionOf(shortId(model)) ?? []);
  const newest = Math.max(...known.filter(({ family }) => family === wanted.family).map(({ version }) => version));
  return Number.isFinite(newest) && wanted.version > newest && wanted.version < newest + 500;
}

/** `claude-opus-4-8` as 408, so that versions compare as numbers. */
function versionOf(id: string): { readonly family: string; readonly version: number } | undefined {
  const [, family, major, minor = '0'] =
    /^claude-([a-z]+)-(\d{1,2})(?:-(\d{1,2}))?$/.exec(id.replace(/-\d{8}$/, '')) ?? [];
  return family && major ? { family, version: Number(major) * 100 + Number(minor) } : undefined;
}

/** Damerau-Levenshtein distance with adjacent swaps. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((line[column - 1] ?? 0) + 1, (last[column] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      line.push(cost);
    }
    beforeLast = last;
    last = line;
  }
  return last[b.length] ?? 0;
}
