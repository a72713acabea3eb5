import type { EncodedRun } from './index.ts';

/**
 * Stretches of UTF-16 that were read byte by byte: each character is followed, or preceded, by a NUL, as it is or as JSON
 * writes it.
 */
export function* wideRunsIn(text: string, hasCodes: boolean): Generator<EncodedRun, void, undefined> {
  if (text.includes('\0')) yield* runs(text, /[^\0]\0(?:[^\0]\0){7,}|\0[^\0](?:\0[^\0]){7,}/g, /\0/g);
  if (hasCodes && text.includes('u0000'))
    yield* runs(text, /(?:(?:[^\\]|\\{1,8}["\\/bfnrt])\\{1,8}u0000){8,}/g, /\\{1,8}u0000/g);
}

function* runs(text: string, wide: RegExp, blank: RegExp): Generator<EncodedRun, void, undefined> {
  for (let hit = wide.exec(text); hit; hit = wide.exec(text))
    yield { start: hit.index, end: wide.lastIndex, text: hit[0].replaceAll(blank, '') };
}
