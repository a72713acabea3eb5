import type { EncodedRun } from './index.ts';

const ends = /[\s"'`<>,(){}[\]]/;
const longestRun = 16_000;

/** Runs with `\u0061`, `\x61` or `&#97;` in them, at any depth of escaping, and dumps of bytes (`<Buffer 73 6b>`). */
export function* escapeRunsIn(text: string, hasCodes: boolean): Generator<EncodedRun, void, undefined> {
  if (hasCodes || text.includes('&#')) yield* escapedRuns(text);
  if (text.includes('<Buffer ')) yield* dumps(text);
}

function* escapedRuns(text: string): Generator<EncodedRun, void, undefined> {
  const escape = /\\(?:u00[2-7]|u\{[2-7]|x[2-7])[\da-fA-F]|&#x?\d{2,3};?/g;
  let last = 0;
  for (let hit = escape.exec(text); hit; hit = escape.exec(text)) {
    let start = hit.index;
    while (start > last && hit.index - start < longestRun && !ends.test(text.charAt(start - 1))) start--;
    let end = escape.lastIndex;
    while (end < text.length && end - start < longestRun && !ends.test(text.charAt(end))) end++;
    yield { start, end, text: unescaped(text.slice(start, end)) };
    last = end;
    escape.lastIndex = end;
  }
}

function* dumps(text: string): Generator<EncodedRun, void, undefined> {
  const dump = /(?<![\da-f])[\da-f]{2}(?:[ :][\da-f]{2}){15,}/gi;
  for (let hit = dump.exec(text); hit; hit = dump.exec(text)) {
    const pairs = hit[0].split(/[ :]/).slice(0, 8000);
    yield {
      start: hit.index,
      end: dump.lastIndex,
      text: String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))),
    };
  }
}

function unescaped(text: string): string {
  return text.replaceAll(
    /\\{1,15}(?:u00([\da-f]{2})|u\{([\da-f]{2})\}|x([\da-f]{2}))|&#(?:x([\da-f]{2})|(\d{2,3}));/gi,
    (whole: string, ...groups: readonly unknown[]) => {
      const [u, braced, x, entity, decimal] = groups;
      const hexadecimal = [u, braced, x, entity].find((group) => typeof group === 'string');
      if (typeof hexadecimal === 'string') return String.fromCharCode(Number.parseInt(hexadecimal, 16));
      return typeof decimal === 'string' ? String.fromCharCode(Number(decimal)) : whole;
    },
  );
}
