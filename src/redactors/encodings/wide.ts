import type { EncodedRun } from './index.ts';

/** Stretches of UTF-16 that were read byte by byte: each character is followed, or preceded, by a NUL. */
export function* wideRunsIn(text: string): Generator<EncodedRun, void, undefined> {
  if (!text.includes('\0')) return;
  const wide = /[^\0]\0(?:[^\0]\0){7,}|\0[^\0](?:\0[^\0]){7,}/g;
  for (let hit = wide.exec(text); hit; hit = wide.exec(text))
    yield { start: hit.index, end: wide.lastIndex, text: hit[0].replaceAll('\0', '') };
}
