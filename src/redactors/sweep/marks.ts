import { isBase64Character, isDigit } from '../characters.ts';

/** How many sets there are: of anchors that have four bytes, of shorter ones, and of line ends that may cut one. */
export const sets = 14;
export const wholeSets = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export const shortSets = [9, 10, 11] as const;
const cutSet = 12;
const cutSetBetween = 13;

/** Marks of two bytes: the sets of which they are the first, the sets of which they are the second, and what follows. */
export const marked = {
  anySet: (1 << sets) - 1,
  toSecond: sets,
  short: shortSets.reduce((all, set) => all | (1 << set), 0),
  /** The second two begin with a line end behind what it may cut. */
  cut: 1 << cutSet,
  /** The second two hold the last character of what a line end may cut, and that line end. */
  cutBetween: 1 << cutSetBetween,
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
  const marks = new DataView(new ArrayBuffer(4 << 16));
  for (let two = 0; two < 1 << 16; two++) mark(marks, two, marked.noRun | marked.noNumber);
  return marks;
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

/** The loop runs before anything is compiled, so it does little. */
function classesOfTwo(): ArrayBuffer {
  const marks = new DataView(new ArrayBuffer(4 << 16));
  const bytes = new Uint8Array(256);
  for (let code = 0; code < 256; code++) bytes[code] = classOf(code);
  for (let second = 0; second < 256; second++) {
    const other = bytes[second] ?? 0;
    for (let first = 0; first < 256; first++) {
      const one = bytes[first] ?? 0;
      const both = one & other;
      const either = one | other;
      let mark = (both & isRun) === 0 ? marked.noRun : 0;
      if ((either & beginsDigits & other) === 0 && ((both & (isDigits | isCapitals)) === 0 || (both & isGap) !== 0))
        mark |= marked.noNumber;
      if ((either & isUnseen) !== 0) mark |= marked.sign;
      marks.setUint32(twoBytes(first, second) << 2, mark, true);
    }
  }
  for (const second of afterBackslash) mark(marks, twoBytes(92, second), marked.sign);
  for (const border of borders) for (const second of lineEnds) mark(marks, twoBytes(border, second), marked.sign);
  for (const [firsts, seconds] of escapes)
    for (const first of firsts) for (const second of seconds) mark(marks, twoBytes(first, second), marked.sign);
  return marks.buffer;
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
