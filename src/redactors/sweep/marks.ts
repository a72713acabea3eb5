import { isBase64Character, isDigit } from '../characters.ts';

/** How many sets of anchors there are. */
export const anchorSets = 12;
/** And two of line ends that may cut an anchor. */
const sets = anchorSets + 2;

/** Marks of two bytes: the sets of which they are the first, the sets of which they are the second, and what follows. */
export const marked = {
  anySet: (1 << sets) - 1,
  toSecond: sets,
  anchor: (1 << anchorSets) - 1,
  /** The second two begin with a line end behind what it may cut. */
  cut: 1 << anchorSets,
  /** The second two hold the last character of what a line end may cut, and that line end. */
  cutBetween: 2 << anchorSets,
  /** One of the two is no character of base64. */
  noRun: 1 << (2 * sets),
  /** They cannot stand in a number of 14 digits in groups, nor in 15 capitals and digits in groups. */
  noNumber: 2 << (2 * sets),
  /** An escape, the border of a box before a line end, or a byte of a character that nobody sees. */
  sign: 4 << (2 * sets),
} as const;

/** How a line end begins. */
export const lineEnds = [10, 13, 92] as const;
/** The last bytes of `|` and `│`. */
export const borders = [124, 0x82] as const;

/** Adds to the marks of two bytes. */
export function mark(marks: DataView, two: number, added: number): void {
  marks.setUint32(two * 4, marks.getUint32(two * 4, true) | added, true);
}

/** Marks that tell of nothing. */
export function marksOfNone(): DataView {
  const bytes = new Uint8Array(4 << 16);
  const row = new DataView(new ArrayBuffer(4 * 256));
  for (let first = 0; first < 256; first++) mark(row, first, marked.noRun | marked.noNumber);
  for (let second = 0; second < 256; second++) bytes.set(new Uint8Array(row.buffer), twoBytes(0, second) * 4);
  return new DataView(bytes.buffer);
}

/** Marks that are being collected: of two bytes, of a second one behind any, and of a first one before any. */
export interface MarksInMaking {
  readonly ofTwo: DataView;
  readonly ofSecond: Uint32Array;
  readonly ofFirst: Uint32Array;
}

/** Adds to the marks of two bytes, of which one may be any. */
export function markTwo(
  marks: MarksInMaking,
  first: number | undefined,
  second: number | undefined,
  added: number,
): void {
  if (first === undefined) marks.ofSecond[second ?? 0] = (marks.ofSecond[second ?? 0] ?? 0) | added;
  else if (second === undefined) marks.ofFirst[first] = (marks.ofFirst[first] ?? 0) | added;
  else mark(marks.ofTwo, twoBytes(first, second), added);
}

/** Puts the marks of single bytes to those of all two bytes that they are in. */
export function spread({ ofTwo, ofSecond, ofFirst }: MarksInMaking): DataView {
  for (const [byte, marks] of ofSecond.entries())
    if (marks !== 0) for (let first = 0; first < 256; first++) mark(ofTwo, twoBytes(first, byte), marks);
  for (const [byte, marks] of ofFirst.entries())
    if (marks !== 0) for (let second = 0; second < 256; second++) mark(ofTwo, twoBytes(byte, second), marks);
  return ofTwo;
}

/** Two bytes as the sweep reads them at once. */
export function twoBytes(first: number, second: number): number {
  return (second << 8) | first;
}

let classes: ArrayBuffer | undefined;

/** The marks of each two bytes but for anchors, which are the same for all searches. */
export function marksOfClasses(): DataView {
  return new DataView((classes ??= classesOfTwo()).slice(0));
}

/** What stands behind a first byte depends on the class of the second alone, and there are few classes. */
function classesOfTwo(): ArrayBuffer {
  const marks = new DataView(new ArrayBuffer(4 << 16));
  const bytes = new Uint8Array(marks.buffer);
  const classes = Uint8Array.from({ length: 256 }, (_, code) => classOf(code));
  const rows = new Map<number, Uint8Array>();
  for (const [second, other] of classes.entries()) {
    const row = rows.get(other) ?? rowBefore(other, classes);
    rows.set(other, row);
    bytes.set(row, twoBytes(0, second) * 4);
  }
  for (const second of afterBackslash) mark(marks, twoBytes(92, second), marked.sign);
  for (const border of borders) for (const second of lineEnds) mark(marks, twoBytes(border, second), marked.sign);
  for (const [firsts, seconds] of escapes)
    for (const first of firsts) for (const second of seconds) mark(marks, twoBytes(first, second), marked.sign);
  return marks.buffer;
}

/** The marks of each first byte and a second one of a class. */
function rowBefore(other: number, classes: Uint8Array): Uint8Array {
  const row = new DataView(new ArrayBuffer(4 * 256));
  for (const [first, one] of classes.entries()) {
    const both = one & other;
    let marks = (both & isRun) === 0 ? marked.noRun : 0;
    if ((other & beginsDigits) === 0 && ((both & (isDigits | isCapitals)) === 0 || (both & isGap) !== 0))
      marks |= marked.noNumber;
    if (((one | other) & isUnseen) !== 0) marks |= marked.sign;
    mark(row, first, marks);
  }
  return new Uint8Array(row.buffer);
}

const isRun = 1;
const isDigits = 2;
const isCapitals = 4;
const isGap = 8;
/** Before a number stands anything: one of 14 digits need not hold eight bytes that begin at a multiple of eight. */
const beginsDigits = 16;
const isUnseen = 32;

function classOf(code: number): number {
  const isControl = (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;
  return (
    (isBase64Character(code) ? isRun : 0) |
    (isDigit(code) || code === 32 || code === 45 ? isDigits : 0) |
    (isDigit(code) || (code >= 65 && code <= 90) || code === 32 ? isCapitals : 0) |
    (code === 32 || code === 45 ? isGap : 0) |
    (code >= 51 && code <= 54 ? beginsDigits : 0) |
    // The last three begin soft hyphens, joiners, marks of direction and of byte order.
    (isControl || code === 0xc2 || code === 0xe2 || code === 0xef ? isUnseen : 0)
  );
}

/** What follows a backslash that counts: a code, a color. */
const afterBackslash = codesIn('uUxXeE0');
/** The two after a backslash, where this stands in the two before them. */
const escapes: readonly (readonly [first: readonly number[], second: readonly number[]])[] = [
  [codesIn('uU'), codesIn('0{2fF')],
  [codesIn('xX'), codesIn('1234567')],
  [codesIn('eE3'), codesIn('[')],
];

function codesIn(characters: string): readonly number[] {
  return characters.split('').map((character) => character.charCodeAt(0));
}
