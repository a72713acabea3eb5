import type { EncodedRun } from './index.ts';

const ends = /[\s"`<>\\&?#;,{}[\]|]/;
const longestRun = 16_000;

/** Runs with `%XX` in them, decoded; `%25XX` is decoded again by whoever looks inside. */
export function* percentRunsIn(text: string): Generator<EncodedRun, void, undefined> {
  if (!text.includes('%')) return;
  const encoded = /%[\da-fA-F]{2}/g;
  let last = 0;
  for (let hit = encoded.exec(text); hit; hit = encoded.exec(text)) {
    let start = hit.index;
    while (start > last && hit.index - start < longestRun && !ends.test(text.charAt(start - 1))) start--;
    let end = encoded.lastIndex;
    while (end < text.length && end - start < longestRun && !ends.test(text.charAt(end))) end++;
    // Quotes and brackets are left as they are by most encoders, but may also stand around the run.
    while (start < hit.index && /['(]/.test(text.charAt(start))) start++;
    while (end > encoded.lastIndex && /[')]/.test(text.charAt(end - 1))) end--;
    const decoded = text
      .slice(start, end)
      .replaceAll(/%([\da-f]{2})/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
    yield { start, end, text: decoded };
    last = end;
    encoded.lastIndex = end;
  }
}
