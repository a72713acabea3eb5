import type { Anchor, Anchored } from './anchors.ts';
import {
  borders,
  lineEnds,
  mark,
  marked,
  marksOfClasses,
  marksOfNone,
  shortSets,
  twoBytes,
  wholeSets,
  sets,
} from './marks.ts';
import { lightestSet, rarestFour } from './shares.ts';

/** What a text is swept for, and the tables of it once a text was long enough to be worth them. */
export interface Search {
  readonly anchors: () => Iterable<readonly [text: string, stands: Anchored]>;
  /** Beginnings of anchors that count where a line ends behind them; nothing when anchors are all that is looked for. */
  readonly cuts: (() => Iterable<string>) | undefined;
  tables: SearchTables | undefined;
}

/** An anchor, and the four bytes of it by which the sweep comes to it. */
export interface Candidate extends Anchor {
  /** Where the four bytes begin in it: one before it, if it is short. */
  readonly offset: number;
  /** The four bytes as one number, once `fold` makes small letters of capitals and `mask` takes out what may be any. */
  readonly four: number;
  readonly fold: number;
  readonly mask: number;
}

/**
 * The sweep reads two bytes at a time. For each two bytes the tables say what they can be part of. An anchor is known by
 * four of its bytes, at an even place or at an odd one, whichever four are the rarest. As two bytes say little about
 * four, the anchors are dealt out to a few sets, and what counts is that a set holds these two as the first and the next
 * two as the second.
 *
 * Tables are views, as elements of typed arrays may be `undefined` to the compiler, and asking for that takes longer than
 * all else that the sweep does.
 */
export interface SearchTables {
  /** What each two bytes, read as one number, can be: the marks below. */
  readonly marks: DataView;
  /** The number of the candidates for each first two bytes, and for each second, where the first may be any. */
  readonly byFirst: DataView;
  readonly bySecond: DataView;
  /** For a number made of four bytes, whether they can be those of an anchor. */
  readonly isFour: DataView;
  readonly candidates: readonly (readonly Candidate[])[];
  /** Anchors that are looked for by themselves: of fewer than three characters, and beyond ASCII. */
  readonly others: readonly Anchor[];
  /** The beginnings of anchors that count before a line end, by their last two characters. */
  readonly cuts: ReadonlyMap<number, readonly string[]>;
}

/** The tables of a search. */
export function tablesOf({ anchors, cuts: cutsOf }: Search): SearchTables {
  const marks = cutsOf ? marksOfClasses() : marksOfNone();
  const cuts = cutsByEnd(cutsOf?.() ?? []);
  if (cutsOf) markCuts(marks, cuts);
  const byFirst = new DataView(new ArrayBuffer(2 << 16));
  const bySecond = new DataView(new ArrayBuffer(2 << 16));
  const isFour = new DataView(new ArrayBuffer(1 << foursBits));
  const candidates: Candidate[][] = [[]];
  const others: Anchor[] = [];
  const loads = Array.from({ length: sets }, () => ({ first: 0, second: 0 }));
  let rank = 0;
  for (const [text, stands] of anchors()) {
    const anchor = { text, ignoresCase: stands.kind !== 'form', rank: rank++, stands };
    if (text.length < 3 || !isAscii(text)) {
      others.push(anchor);
      continue;
    }
    for (const parity of [0, -1]) {
      const offset = rarestFour(text, parity);
      const candidate = { ...anchor, offset, ...fourAt(anchor, offset) };
      const isWhole = offset >= 0 && offset + 4 <= text.length;
      const set = lightestSet(loads, isWhole ? wholeSets : shortSets, text, offset);
      const first = twosAt(anchor, offset);
      const second = twosAt(anchor, offset + 2);
      for (const two of first) mark(marks, two, 1 << set);
      for (const two of second) mark(marks, two, 1 << (set + marked.toSecond));
      if (isWhole) isFour.setUint8(hashOf(candidate.four), 1);
      const [numbers, twos] = offset < 0 ? [bySecond, second] : [byFirst, first];
      for (const two of twos) {
        const number = numbers.getUint16(two * 2, true);
        if (number === 0) numbers.setUint16(two * 2, candidates.push([candidate]) - 1, true);
        else candidates[number]?.push(candidate);
      }
    }
  }
  return { marks, byFirst, bySecond, isFour, candidates, others, cuts };
}

const foursBits = 12;

/** A number for four bytes, in either case of letters. */
function hashOf(four: number): number {
  return Math.imul(four | 0x20202020, 0x9e3779b1) >>> (32 - foursBits);
}

/** The candidates that four bytes can be those of, which stand in a set together. */
export function candidatesFor(
  { byFirst, bySecond, isFour, candidates }: SearchTables,
  four: number,
  inSets: number,
): readonly Candidate[] {
  if ((inSets & marked.short) === 0 && isFour.getUint8(hashOf(four)) === 0) return none;
  const known = byFirst.getUint16((four & 0xffff) << 1, true);
  const short = bySecond.getUint16((four >>> 16) << 1, true);
  if (short === 0) return candidates[known] ?? none;
  return known === 0 ? (candidates[short] ?? none) : [...(candidates[known] ?? none), ...(candidates[short] ?? none)];
}

const none: readonly Candidate[] = [];

/** Marks line ends, as they are and as `\n`, behind the last two characters of what they may cut. */
function markCuts(marks: DataView, cuts: ReadonlyMap<number, readonly string[]>): void {
  const second = marked.toSecond;
  for (const any of anyByte) {
    mark(marks, twoBytes(10, any), marked.cut << second);
    for (const border of borders) mark(marks, twoBytes(any, border), marked.cut);
  }
  mark(marks, twoBytes(13, 10), marked.cut << second);
  mark(marks, twoBytes(92, 110), marked.cut << second);
  for (const cut of [...cuts.values()].flat()) {
    const [last, veryLast] = [cut.charCodeAt(cut.length - 2), cut.charCodeAt(cut.length - 1)];
    mark(marks, twoBytes(last, veryLast), marked.cut);
    for (const any of anyByte) mark(marks, twoBytes(any, last), marked.cutBetween);
    for (const end of lineEnds) mark(marks, twoBytes(veryLast, end), marked.cutBetween << second);
  }
}

/** Four characters of an anchor, as the sweep compares them. */
function fourAt({ text, ignoresCase }: Anchor, offset: number): Pick<Candidate, 'four' | 'fold' | 'mask'> {
  let [four, fold, mask] = [0, 0, 0];
  for (let index = 0; index < 4; index++) {
    const at = offset + index;
    if (at < 0 || at >= text.length) continue;
    const code = text.charCodeAt(at);
    four |= code << (8 * index);
    mask |= 0xff << (8 * index);
    if (ignoresCase && code >= 97 && code <= 122) fold |= 0x20 << (8 * index);
  }
  return { four, fold, mask };
}

/** All that two characters of an anchor can be, in either case where it counts, and beside its ends. */
function twosAt({ text, ignoresCase }: Anchor, at: number): readonly number[] {
  const twos: number[] = [];
  const second = codesAt(text, at + 1, ignoresCase);
  for (const one of codesAt(text, at, ignoresCase)) for (const other of second) twos.push(twoBytes(one, other));
  return twos;
}

const anyByte = Array.from({ length: 256 }, (_, code) => code);

function codesAt(text: string, at: number, ignoresCase: boolean): readonly number[] {
  if (at < 0 || at >= text.length) return anyByte;
  const code = text.charCodeAt(at);
  return ignoresCase && code >= 97 && code <= 122 ? [code, code - 32] : [code];
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false;
  return true;
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
