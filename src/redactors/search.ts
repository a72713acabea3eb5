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

/** What is looked for, and the tables of it once a text was long enough to be worth them. */
export interface AnchorSearch {
  readonly anchors: () => Iterable<readonly [text: string, stands: Anchored]>;
  tables: AnchorTables | undefined;
}

/**
 * All anchors are looked for in one pass. Each has three characters by which it is known, of which five bits count; the
 * pass reads two characters at a time and looks closer only where a table says that these two stand in such three.
 */
interface AnchorTables {
  /** For each two bytes, whether they are the first two (`firstTwo`) or the last two (`lastTwo`) of such three. */
  readonly pairs: Uint8Array;
  readonly grams: Uint8Array;
  readonly byGram: ReadonlyMap<number, readonly Anchor[]>;
  /** Anchors of fewer than three characters, which are looked for by themselves. */
  readonly short: readonly Anchor[];
}

/** Takes what stands at an anchor. */
export type OnAnchor = (stands: Anchored, at: number, anchor: string) => void;

const firstTwo = 1;
const lastTwo = 2;
const chunkBytes = 1 << 16;

/** A text of this length is searched for one anchor after the other sooner than the tables are made. */
const shortText = 3000;

/** Tells of every anchor in a text, those of fewer than three characters first, and the others in order of place. */
export function eachAnchor(search: AnchorSearch, text: string, onAnchor: OnAnchor): void {
  const lower = search.tables === undefined && text.length <= shortText ? text.toLowerCase() : '';
  // A few letters are longer in lower case, and places would not be true.
  if (lower !== '' && lower.length === text.length) eachAnchorByItself(search, text, lower, onAnchor);
  else eachAnchorAtOnce((search.tables ??= tablesOf(search.anchors())), text, onAnchor);
}

function eachAnchorByItself({ anchors }: AnchorSearch, text: string, lower: string, onAnchor: OnAnchor): void {
  const hits: { readonly at: number; readonly anchor: string; readonly stands: Anchored }[] = [];
  for (const [anchor, stands] of anchors()) {
    const searched = stands.kind === 'form' ? text : lower;
    for (let at = searched.indexOf(anchor); at >= 0; at = searched.indexOf(anchor, at + 1))
      hits.push({ at, anchor, stands });
  }
  hits.sort((a, b) => a.at - b.at);
  for (const { at, anchor, stands } of hits) onAnchor(stands, at, anchor);
}

function tablesOf(anchors: Iterable<readonly [text: string, stands: Anchored]>): AnchorTables {
  const pairs = new Uint8Array(1 << 16);
  const grams = new Uint8Array(1 << 15);
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  const byGram = new Map<number, Anchor[]>();
  const short: Anchor[] = [];
  for (const [text, stands] of anchors) {
    const ignoresCase = stands.kind !== 'form';
    if (text.length < 3) {
      short.push({ text, ignoresCase, offset: 0, stands });
      continue;
    }
    const offset = ignoresCase ? rarestGramOf(text) : 0;
    const gram = gramAt(text, offset);
    grams[gram] = 1;
    const [first = [], second = [], third = []] = [0, 1, 2].map((index) =>
      codesOf(text.charCodeAt(offset + index), ignoresCase),
    );
    for (const one of first) for (const other of second) markPair(pairs, pairOf(one, other, isLittleEndian), firstTwo);
    for (const one of second) for (const other of third) markPair(pairs, pairOf(one, other, isLittleEndian), lastTwo);
    const others = byGram.get(gram);
    if (others) others.push({ text, ignoresCase, offset, stands });
    else byGram.set(gram, [{ text, ignoresCase, offset, stands }]);
  }
  return { pairs, grams, byGram, short };
}

function eachAnchorAtOnce(search: AnchorTables, text: string, onAnchor: OnAnchor): void {
  for (const anchor of search.short) {
    for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1))
      onAnchor(anchor.stands, at, anchor.text);
  }
  const bytes = new Uint8Array(Math.min(text.length * 3 + 4, chunkBytes) & ~1);
  for (let start = 0; start < text.length;) {
    const chunk = start === 0 && text.length <= chunkBytes ? text : text.slice(start, start + chunkBytes);
    // Bytes are read several times faster than characters.
    const { read, written } = textEncoder().encodeInto(chunk, bytes);
    bytes.fill(0, written, written + 2);
    searchBytes(search, text, bytes, start, written, read === written, onAnchor);
    if (start + read >= text.length) break;
    start += read - 2;
  }
}

let shared: InstanceType<typeof TextEncoder> | undefined;

/** The encoder that all searches share. */
export function textEncoder(): InstanceType<typeof TextEncoder> {
  shared ??= new TextEncoder();
  return shared;
}

function searchBytes(
  search: AnchorTables,
  text: string,
  bytes: Uint8Array,
  start: number,
  length: number,
  isAscii: boolean,
  onAnchor: OnAnchor,
): void {
  const { pairs, grams, byGram } = search;
  const words = new Uint16Array(bytes.buffer, 0, (length + 1) >> 1);
  // Where the last hit stood, in bytes and in characters; in ASCII these are the same.
  let byte = 0;
  let character = start;
  for (let word = 0; word < words.length; word++) {
    const place = pairs[words[word] ?? 0] ?? 0;
    if (place === 0) continue;
    const from = (place & lastTwo) === 0 || word === 0 ? word * 2 : word * 2 - 1;
    const to = (place & firstTwo) === 0 ? word * 2 - 1 : word * 2;
    for (let at = from; at <= to; at++) {
      const gram = gramOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
      if (grams[gram] === 0) continue;
      character += isAscii ? at - byte : charactersBetween(bytes, byte, at);
      byte = at;
      tell(byGram.get(gram) ?? [], text, character, onAnchor);
    }
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

function tell(anchors: readonly Anchor[], text: string, gramStart: number, onAnchor: OnAnchor): void {
  for (const { text: anchor, ignoresCase, offset, stands } of anchors) {
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

/** A character in each case that counts. */
function codesOf(code: number, ignoresCase: boolean): readonly number[] {
  return ignoresCase && code >= 97 && code <= 122 ? [code, code - 32] : [code];
}

function markPair(pairs: Uint8Array, pair: number, place: number): void {
  pairs[pair] = (pairs[pair] ?? 0) | place;
}

function gramAt(text: string, at: number): number {
  return gramOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

function gramOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

/** Two bytes as this machine reads them at once: the first is the low one on almost every machine. */
function pairOf(first: number, second: number, isLittleEndian: boolean): number {
  return isLittleEndian ? (second << 8) | first : (first << 8) | second;
}

/** How rare each letter is, from `a` to `z`; any sign and digit is rarer than most. */
const letterRarity = '02110222086120029000143839';
const signRarity = 4;

/** Where the three characters stand that occur least in other words. */
function rarestGramOf(anchor: string): number {
  let best = 0;
  let bestScore = -1;
  for (let offset = 0; offset + 3 <= anchor.length; offset++) {
    const score = rarityAt(anchor, offset) + rarityAt(anchor, offset + 1) + rarityAt(anchor, offset + 2);
    if (score > bestScore) [best, bestScore] = [offset, score];
  }
  return best;
}

function rarityAt(text: string, at: number): number {
  const code = text.charCodeAt(at) | 32;
  return code >= 97 && code <= 122 ? letterRarity.charCodeAt(code - 97) - 48 : signRarity;
}
