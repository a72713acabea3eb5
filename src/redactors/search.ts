import type { BesideRedactor, Redactor } from './redactor.ts';

/** What an anchor stands for: a form, a word that every name of a secret holds, or a word that makes a number one. */
export type Anchored =
  | { readonly kind: 'form'; readonly redactor: Redactor }
  | { readonly kind: 'name' }
  | { readonly kind: 'beside'; readonly redactor: BesideRedactor };

interface Anchor {
  readonly text: string;
  readonly ignoresCase: boolean;
  /** Where in the anchor the three characters stand that the search compares first. */
  readonly offset: number;
  readonly stands: Anchored;
}

/** Looks for all anchors in one pass: three characters at a time are a number, and a table says which numbers begin one. */
export interface AnchorSearch {
  readonly grams: Uint8Array;
  readonly byGram: ReadonlyMap<number, readonly Anchor[]>;
  /** Anchors of fewer than three characters, which are looked for by themselves. */
  readonly short: readonly Anchor[];
}

/** Takes what stands at an anchor; answers from where on it wants to hear again. */
export type OnAnchor = (stands: Anchored, at: number, anchor: string) => void;

const gramBits = 15;
const gramMask = (1 << gramBits) - 1;
const chunkBytes = 1 << 16;

/** Makes the search of all anchors. */
export function anchorSearchOf(anchors: Iterable<readonly [text: string, stands: Anchored]>): AnchorSearch {
  const grams = new Uint8Array(1 << gramBits);
  const byGram = new Map<number, Anchor[]>();
  const short: Anchor[] = [];
  for (const [text, stands] of anchors) {
    const ignoresCase = stands.kind !== 'form';
    if (text.length < 3) {
      short.push({ text, ignoresCase, offset: 0, stands });
      continue;
    }
    const offset = rarestGramOf(text);
    const gram = gramAt(text, offset);
    grams[gram] = 1;
    const others = byGram.get(gram);
    if (others) others.push({ text, ignoresCase, offset, stands });
    else byGram.set(gram, [{ text, ignoresCase, offset, stands }]);
  }
  return { grams, byGram, short };
}

/** Tells of every anchor in a text, in order of place. */
export function eachAnchor(search: AnchorSearch, text: string, onAnchor: OnAnchor): void {
  for (const anchor of search.short) {
    for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1)) onAnchor(anchor.stands, at, anchor.text);
  }
  const bytes = new Uint8Array(Math.min(text.length * 3, chunkBytes));
  for (let start = 0; start < text.length; ) {
    const chunk = start === 0 && text.length <= chunkBytes ? text : text.slice(start, start + chunkBytes);
    // Bytes are read several times faster than characters.
    const { read, written } = encoder().encodeInto(chunk, bytes);
    searchBytes(search, text, bytes, start, written, read === written, onAnchor);
    if (start + read >= text.length) break;
    start += read - 2;
  }
}

let shared: InstanceType<typeof TextEncoder> | undefined;

function encoder(): InstanceType<typeof TextEncoder> {
  shared ??= new TextEncoder();
  return shared;
}

function searchBytes(
  search: AnchorSearch,
  text: string,
  bytes: Uint8Array,
  start: number,
  length: number,
  isAscii: boolean,
  onAnchor: OnAnchor,
): void {
  const { grams } = search;
  let gram = 0;
  // Where the last hit stood, in bytes and in characters; in ASCII these are the same.
  let byte = 0;
  let character = start;
  for (let at = 0; at < length; at++) {
    gram = ((gram << 5) | ((bytes[at] ?? 0) & 31)) & gramMask;
    if (grams[gram] === 0) continue;
    character += isAscii ? at - byte : charactersBetween(bytes, byte, at);
    byte = at;
    tell(search, text, character - 2, gram, onAnchor);
  }
}

/** How many characters of a string two places in its UTF-8 are apart. */
function charactersBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}

function tell({ byGram }: AnchorSearch, text: string, gramStart: number, gram: number, onAnchor: OnAnchor): void {
  for (const { text: anchor, ignoresCase, offset, stands } of byGram.get(gram) ?? []) {
    const at = gramStart - offset;
    if (at < 0) continue;
    if (ignoresCase ? standsInAnyCase(text, anchor, at) : text.startsWith(anchor, at)) onAnchor(stands, at, anchor);
  }
}

function standsInAnyCase(text: string, anchor: string, at: number): boolean {
  for (let index = 0; index < anchor.length; index++) {
    const code = text.charCodeAt(at + index);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== anchor.charCodeAt(index)) return false;
  }
  return true;
}

function gramAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
}

/** The rarer letters of English and of code, the rarest first; signs and digits stand with the letters of equal bits. */
const rareLetters = 'qzxjkvwybgfpduhm';

/** Where the three characters stand that occur least in other words. */
function rarestGramOf(anchor: string): number {
  let best = 0;
  let bestScore = -1;
  for (let offset = 0; offset + 3 <= anchor.length; offset++) {
    let score = 0;
    for (const character of anchor.slice(offset, offset + 3)) {
      const rank = rareLetters.indexOf(character.toLowerCase());
      score += rank >= 0 ? rareLetters.length - rank : /[a-z ]/i.test(character) ? 0 : 6;
    }
    if (score > bestScore) [best, bestScore] = [offset, score];
  }
  return best;
}
