import type { TextTrial } from './texts.ts';

/** So many trials are spent on the characters around a fault. */
const mostTrials = 40;

/**
 * Makes a text that is no JSON smaller: the object or list in which it breaks off, with one member in the place of those
 * before, and then whatever characters can go. `offset` is where the parser stops.
 */
export async function shrinkBrokenJson(text: string, offset: number | undefined, keeps: TextTrial): Promise<string> {
  let best = text;
  const take = async (candidate: string): Promise<boolean> => {
    if (candidate.length >= best.length || candidate === '' || !(await keeps(candidate))) return false;
    best = candidate;
    return true;
  };
  if (offset !== undefined) {
    for (const candidate of beginningsOf(text, offset)) if (await take(candidate)) break;
  }
  // What is read must still be an object or a list: the fault alone would say too little.
  const first = /^[{[]/.test(best) ? 1 : 0;
  let trials = 0;
  for (let size = best.length >> 1; size >= 1;) {
    let hasGone = false;
    for (let at = first; at < best.length && trials < mostTrials;) {
      trials++;
      if (await take(best.slice(0, at) + best.slice(at + size))) hasGone = true;
      else at += size;
    }
    if (trials >= mostTrials) break;
    if (size > 1) size >>= 1;
    else if (!hasGone) break;
  }
  return best;
}

/** What the fault may need of the text before it and of the character behind, the least first. */
function beginningsOf(text: string, offset: number): readonly string[] {
  const { opener, separator } = innermostAt(text, offset);
  const behind = offset + 1 + (/^\s*\S/.exec(text.slice(offset + 1, offset + 100))?.[0].length ?? 0);
  const bracket = opener === undefined ? '' : (text[opener] ?? '');
  const member = bracket === '[' ? '0' : '"":0';
  const from = text[offset] === ',' ? offset : separator;
  const ends = [offset + 1, behind];
  return [
    ...ends.map((end) => bracket + text.slice(from ?? (opener ?? -1) + 1, end)),
    ...(from === undefined || bracket === '' ? [] : ends.map((end) => bracket + member + text.slice(from, end))),
    ...ends.map((end) => text.slice(opener ?? 0, end)),
    ...ends.map((end) => text.slice(0, end)),
  ];
}

/** The object or list that a place lies in, and the last comma in it before that place. */
function innermostAt(text: string, offset: number): { readonly opener?: number; readonly separator?: number } {
  const open: { opener: number; separator?: number }[] = [];
  for (let at = 0; at < offset; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; at < offset && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (character === '{' || character === '[') open.push({ opener: at });
    else if (character === '}' || character === ']') open.pop();
    else if (character === ',') {
      const last = open.at(-1);
      if (last) last.separator = at;
    }
  }
  return open.at(-1) ?? {};
}
