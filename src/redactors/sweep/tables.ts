import { ignoresCase, type Anchor, type TellAnchor } from './anchors.ts';
import type { Quads } from './base64.ts';
import { sharedBytes } from './bytes.ts';
import {
  anchorSets,
  borders,
  lineEnds,
  marked,
  marksOfClasses,
  marksOfNone,
  markTwo,
  spread,
  type MarksInMaking,
} from './marks.ts';
import { emptyLoads, lightestSet, rarestFour } from './shares.ts';

/** What a text is swept for, and the tables of it once a text was long enough to be worth them. */
export interface Search {
  readonly anchors: (tell: TellAnchor) => void;
  /** Beginnings of anchors that count where a line ends behind them; nothing when anchors are all that is looked for. */
  readonly cuts: (() => Iterable<string>) | undefined;
  /** How many characters were swept. */
  swept: number;
  tables: SearchTables | undefined;
  /** What base64 that is no text is searched by, once there was any. */
  quads?: Quads;
}

/** An anchor, and the four bytes of it by which the sweep comes to it. */
export interface Candidate extends Anchor {
  /** Where the four bytes begin in it: one before it, if it is short. */
  readonly offset: number;
  /** How many bytes it has. */
  readonly length: number;
  /** The byte behind it that takes its meaning away, or 0. */
  readonly notBefore: number;
  /** How many characters stand before the four bytes. */
  readonly charactersBefore: number;
  /** The four bytes as one number, once `fold` makes small letters of capitals and `mask` takes out what may be any. */
  readonly four: number;
  readonly fold: number;
  readonly mask: number;
  /** The same of its last four bytes. */
  readonly lastFour: number;
  readonly lastFold: number;
  readonly lastMask: number;
}

/**
 * The sweep reads two bytes at a time. Each anchor is known by two times two bytes of it at an even place and at an odd
 * one, whichever are the rarest; in a short one, some of these may be any. Two bytes say little about four: so the
 * anchors are dealt out to a few sets, and what counts is that a set holds two bytes as the first and the next two as
 * the second. Where it does, a bit for each number made of the four bytes says more.
 *
 * Tables are views, as elements of typed arrays may be `undefined` to the compiler, and asking for that takes longer than
 * all else that the sweep does.
 */
export interface SearchTables {
  /** What each two bytes, read as one number, can be: see `marked`. */
  readonly marks: DataView;
  /** A bit for each number made of four bytes: whether they can be those of an anchor. */
  readonly fours: DataView;
  /** The same for the three bytes of a short anchor. */
  readonly threes: DataView;
  /** Anchors by their four bytes; short ones by three, and by three in front of which one may be any. */
  readonly byFour: ReadonlyMap<number, readonly Candidate[]>;
  readonly byThree: ReadonlyMap<number, readonly Candidate[]>;
  /**
   * Four bytes that are only of words that one character makes meaningless, how far behind them it stands, and itself;
   * 0 at the end. `tokens` stands in every answer and every log.
   */
  readonly muted: DataView;
  /** Anchors that are looked for by themselves: of fewer than three bytes. */
  readonly others: readonly Anchor[];
  /** The beginnings of anchors that count before a line end, by their last two characters. */
  readonly cuts: ReadonlyMap<number, readonly string[]>;
}

/** The tables of a search. */
export function tablesOf({ anchors, cuts: cutsOf }: Search): SearchTables {
  const cuts = cutsByEnd(cutsOf?.() ?? []);
  const marks = {
    ofTwo: cutsOf ? marksOfClasses() : marksOfNone(),
    ofSecond: new Uint32Array(256),
    ofFirst: new Uint32Array(256),
  };
  if (cutsOf) markCuts(marks, cuts);
  const fours = new DataView(new ArrayBuffer(1 << (foursBits - 3)));
  const threes = new DataView(new ArrayBuffer(1 << (threesBits - 3)));
  const byFour = new Map<number, Candidate[]>();
  const byThree = new Map<number, Candidate[]>();
  const others: Anchor[] = [];
  const loads = emptyLoads(anchorSets);
  let rank = 0;
  anchors((text, stands) => {
    const anchor = { text, ignoresCase: ignoresCase(stands), rank: rank++, stands };
    for (const bytes of writingsOf(anchor)) {
      if (bytes.length < 3) {
        others.push(anchor);
        continue;
      }
      for (const parity of [0, 1] as const) {
        const offset = rarestFour(bytes, parity);
        const candidate = candidateOf(anchor, bytes, offset);
        const set = lightestSet(loads, bytes, offset);
        markBytes(marks, candidate, bytes, offset, 1 << set);
        markBytes(marks, candidate, bytes, offset + 2, 1 << (set + marked.toSecond));
        if (candidate.mask === -1) {
          setBit(fours, hashOf(candidate.four));
          add(byFour, candidate.four | caseBits, candidate);
        } else {
          const three = offset < 0 ? candidate.four >>> 8 : candidate.four & 0xffffff;
          setBit(threes, hashOfThree(three));
          add(byThree, three | caseBitsOfThree, candidate);
        }
      }
    }
  });
  return { marks: spread(marks), fours, threes, byFour, byThree, muted: mutedOf(byFour, threes), others, cuts };
}

function mutedOf(byFour: ReadonlyMap<number, readonly Candidate[]>, threes: DataView): DataView {
  const muted = new DataView(new ArrayBuffer((mostMuted + 1) * 12));
  let at = 0;
  for (const [four, candidates] of byFour) {
    const [first] = candidates;
    if (!first || first.notBefore === 0 || at === mostMuted * 12) continue;
    const distance = first.length - first.offset;
    const isMuted = candidates.every(
      (one) => one.notBefore === first.notBefore && one.length - one.offset === distance,
    );
    if (!isMuted || (bitAt(threes, hashOfThree(four & 0xffffff)) | bitAt(threes, hashOfThree(four >>> 8))) !== 0)
      continue;
    for (const value of [four, distance, first.notBefore]) {
      muted.setInt32(at, value, true);
      at += 4;
    }
  }
  return muted;
}

const mostMuted = 8;

/** Whether four bytes are of nothing but words that the character behind them makes meaningless. */
export function isMuted({ muted }: SearchTables, bytes: DataView, at: number, four: number): boolean {
  const small = four | caseBits;
  for (let entry = 0; muted.getInt32(entry, true) !== 0; entry += 12)
    if (muted.getInt32(entry, true) === small)
      return bytes.getUint8(at + muted.getInt32(entry + 4, true)) === muted.getInt32(entry + 8, true);
  return false;
}

function add(byNumber: Map<number, Candidate[]>, number: number, candidate: Candidate): void {
  const known = byNumber.get(number);
  if (known) known.push(candidate);
  else byNumber.set(number, [candidate]);
}

function setBit(bits: DataView, at: number): void {
  bits.setUint8(at >>> 3, bits.getUint8(at >>> 3) | (1 << (at & 7)));
}

function bitAt(bits: DataView, at: number): number {
  return (bits.getUint8(at >>> 3) >> (at & 7)) & 1;
}

/** The bits by which small letters differ from capitals. */
const caseBits = 0x20202020;
/** So many bits has the number of four bytes. */
const foursBits = 17;
/** What a number of four bytes is multiplied with, and then shifted by: see `hashOf`. */
export const foursFactor = 0x9e3779b1;
export const foursShift = 32 - foursBits;

const threesBits = 15;
const caseBitsOfThree = caseBits >>> 8;

/** A number for four bytes, in either case of letters, that has as many bits as `fours` has places. */
function hashOf(four: number): number {
  return Math.imul(four | caseBits, foursFactor) >>> foursShift;
}

function hashOfThree(three: number): number {
  return Math.imul(three | caseBitsOfThree, foursFactor) >>> (32 - threesBits);
}

/** The anchors that four bytes may be those of: each is to be asked with `isFour`. */
export function candidatesAt({ fours, byFour }: SearchTables, four: number): readonly Candidate[] | undefined {
  return bitAt(fours, hashOf(four)) === 0 ? undefined : byFour.get(four | caseBits);
}

/** The short anchors that three bytes may be those of. */
export function shortCandidatesAt({ threes, byThree }: SearchTables, three: number): readonly Candidate[] | undefined {
  return bitAt(threes, hashOfThree(three)) === 0 ? undefined : byThree.get(three | caseBitsOfThree);
}

/** Whether four bytes are those of an anchor. */
export function isFour({ four: own, fold, mask }: Candidate, four: number): boolean {
  return ((four | fold) & mask) === own;
}

/** An anchor in UTF-8; beyond ASCII, in the ways in which people write a word, as the tables know both cases of ASCII alone. */
function writingsOf({ text, ignoresCase: isAnyCase }: Anchor): readonly Uint8Array[] {
  const { encoder } = sharedBytes();
  const written = encoder.encode(text);
  if (!isAnyCase || written.length === text.length) return [written];
  const others = [text.charAt(0).toUpperCase() + text.slice(1), text.toUpperCase()];
  const writings = [text, ...others.filter((other) => other.length === text.length)].map((writing) =>
    writing.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
  return [...new Set(writings)].map((writing) => encoder.encode(writing));
}

/** Marks line ends, as they are and as `\n`, behind the last two characters of what they may cut. */
function markCuts(marks: MarksInMaking, cuts: ReadonlyMap<number, readonly string[]>): void {
  const toSecond = marked.toSecond;
  markTwo(marks, 10, undefined, marked.cut << toSecond);
  markTwo(marks, 13, 10, marked.cut << toSecond);
  markTwo(marks, 92, 110, marked.cut << toSecond);
  for (const border of borders) markTwo(marks, undefined, border, marked.cut);
  for (const cut of cuts.keys()) {
    const [last, veryLast] = [cut >>> 16, cut & 0xff];
    markTwo(marks, last, veryLast, marked.cut);
    markTwo(marks, undefined, last, marked.cutBetween);
    for (const end of lineEnds) markTwo(marks, veryLast, end, marked.cutBetween << toSecond);
  }
}

/** An anchor with four bytes of it, as the sweep compares them. */
function candidateOf(anchor: Anchor, bytes: Uint8Array, offset: number): Candidate {
  const { four, fold, mask } = fourAt(bytes, offset, anchor.ignoresCase);
  const last = fourAt(bytes, bytes.length - 4, anchor.ignoresCase);
  let charactersBefore = 0;
  for (const byte of bytes.subarray(0, Math.max(offset, 0)))
    if ((byte & 0xc0) !== 0x80) charactersBefore += byte >= 0xf0 ? 2 : 1;
  const { stands } = anchor;
  const notBefore = stands.kind === 'name' && stands.notBefore !== '' ? stands.notBefore.charCodeAt(0) : 0;
  return {
    ...anchor,
    length: bytes.length,
    notBefore,
    offset,
    charactersBefore,
    four,
    fold,
    mask,
    lastFour: last.four,
    lastFold: last.fold,
    lastMask: last.mask,
  };
}

/** Four bytes as one number, with what makes small letters of capitals, and what takes out those beyond the anchor. */
function fourAt(bytes: Uint8Array, offset: number, isAnyCase: boolean): Pick<Candidate, 'four' | 'fold' | 'mask'> {
  let [four, fold, mask] = [0, 0, 0];
  for (let index = 0; index < 4; index++) {
    const code = bytes[offset + index];
    if (code === undefined) continue;
    four |= code << (8 * index);
    mask |= 0xff << (8 * index);
    if (isAnyCase && isSmallLetter(code)) fold |= 0x20 << (8 * index);
  }
  return { four, fold, mask };
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Marks two bytes of an anchor, in either case where it counts; beside its ends a byte may be any. */
function markBytes(
  marks: MarksInMaking,
  { ignoresCase: isAnyCase }: Anchor,
  bytes: Uint8Array,
  at: number,
  added: number,
): void {
  const [first, second] = [bytes[at], bytes[at + 1]];
  for (const one of writingsOfByte(first, isAnyCase))
    for (const other of writingsOfByte(second, isAnyCase)) markTwo(marks, one, other, added);
}

function writingsOfByte(byte: number | undefined, isAnyCase: boolean): readonly (number | undefined)[] {
  return isAnyCase && byte !== undefined && isSmallLetter(byte) ? [byte, byte - 32] : [byte];
}

function cutsByEnd(cuts: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const byEnd = new Map<number, string[]>();
  for (const cut of cuts) {
    const end = endOfCut(cut.charCodeAt(cut.length - 2), cut.charCodeAt(cut.length - 1));
    const others = byEnd.get(end);
    if (others) others.push(cut);
    else byEnd.set(end, [cut]);
  }
  return byEnd;
}

/** The last two characters before a line end, as one number. */
export function endOfCut(last: number, veryLast: number): number {
  return (last << 16) | veryLast;
}
