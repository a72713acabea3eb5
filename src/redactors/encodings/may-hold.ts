import { leastRun } from '../sweep/sweep.ts';
import { isHex, leastHex } from './hex.ts';

/** Beyond this, only the beginning of a run decides where its groups of four begin. */
export const longestShifted = 8000;

/** What a digit of base64 says: bits of bytes that are 0, in the first three by its place in a group of four. */
const marked = { firstBit: 1, secondBit: 2, thirdBit: 4, capital: 8, other: 16, sign: 32, noHex: 64 } as const;
const { firstBit, secondBit, thirdBit, capital, other, sign, noHex } = marked;
const marksOfDigits = digitMarks();

function digitMarks(): DataView {
  const marks = new DataView(new ArrayBuffer(256));
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let digit = 0; digit < digits.length; digit++) {
    const character = digits.charAt(digit);
    // For each digit, whether the highest bit of the first, the second or the third byte is 0 where it holds that bit.
    const bits = (digit < 32 ? firstBit : 0) | ((digit & 8) === 0 ? secondBit : 0) | ((digit & 2) === 0 ? thirdBit : 0);
    const kind = digit < 26 ? capital : digit < 62 ? other : 0;
    const isSign = character === '/' ? sign : 0;
    marks.setUint8(character.charCodeAt(0), bits | kind | isSign | (/[\da-f]/i.test(character) ? 0 : noHex));
  }
  // What base64url knows, and words are joined with.
  for (const character of '-_') marks.setUint8(character.charCodeAt(0), sign | noHex);
  return marks;
}

/** The marks of the run that is looked at: its characters are read once, as that is what takes longest. */
const run = new DataView(new ArrayBuffer(longestShifted));

/**
 * Whether a run of base64 can hold something that can be read: most ids and paths are done with by this. What is seldom
 * called here is not compiled with it, and takes no time that way.
 */
export function mayHold(text: string, start: number, end: number): boolean {
  const seen = readRun(text, start, end);
  const length = end - start;
  if ((seen & noHex) === 0 && isHex(text, start, end)) return true;
  // Words and paths of one case are no base64: sixteen bytes hardly ever come out so.
  if ((seen & capital) === 0 || (seen & other) === 0) return false;
  const first = text.charCodeAt(start);
  if (length > longestShifted || ((first === packed.gzip || first === packed.zlib) && isPackedRun(text, start)))
    return true;
  const hasSigns = (seen & sign) !== 0;
  return holdsText(length, hasSigns) || (hasSigns && length > leastHex && holdsHex(text, start, end));
}

/** Reads the marks of a run; all of them together. */
function readRun(text: string, start: number, end: number): number {
  const length = Math.min(end - start, longestShifted);
  let seen = 0;
  for (let at = 0; at < length; at++) {
    const marks = marksOfDigits.getUint8(text.charCodeAt(start + at) & 0xff);
    run.setUint8(at, marks);
    seen |= marks;
  }
  return seen;
}

/** Whether text may begin with one of the first four digits, or behind a sign, which may join a run to something else. */
function holdsText(length: number, hasSigns: boolean): boolean {
  const last = hasSigns ? Math.max(3, length - leastRun) : 3;
  for (let at = 0; at <= last; at++) {
    const isStart = at < 4 || (run.getUint8(at - 1) & sign) !== 0;
    if (isStart && beginsText(run, at, length)) return true;
  }
  return false;
}

const quadsLooked = 6;

/**
 * Whether the first groups of four are what ASCII gives: the highest bit of each byte is 0. It holds for UTF-16, too, and
 * spares the decoding of ids and paths.
 */
function beginsText(marks: DataView, start: number, end: number): boolean {
  const quads = Math.min(quadsLooked, (end - start) >> 2);
  let others = quads >> 1;
  for (let at = start; at < start + quads * 4; at += 4) {
    const isAscii =
      (marks.getUint8(at) & firstBit) !== 0 &&
      (marks.getUint8(at + 1) & secondBit) !== 0 &&
      (marks.getUint8(at + 2) & thirdBit) !== 0;
    if (!isAscii && --others < 0) return false;
  }
  return true;
}

/** Whether a part between signs is hexadecimal. */
function holdsHex(text: string, start: number, end: number): boolean {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (run.getUint8(at - start) & sign) === 0) continue;
    if (at - from >= leastHex && isHex(text, from, at)) return true;
    from = at + 1;
  }
  return false;
}

/** Whether digits may begin with text, from a place on. */
export function mayBeText(digits: string, from = 0): boolean {
  readRun(digits, from, Math.min(digits.length, from + quadsLooked * 4));
  return beginsText(run, 0, Math.min(digits.length - from, quadsLooked * 4));
}

/** How gzip and zlib begin in base64: with `H` and `e`. */
const packed = { gzip: 72, zlib: 101 } as const;

/** Whether a run begins as gzip or zlib does. */
export function isPackedRun(text: string, at: number): boolean {
  return text.charCodeAt(at) === packed.gzip
    ? text.startsWith('H4sI', at)
    : text.charCodeAt(at) === packed.zlib && /[JNA]/.test(text.charAt(at + 1));
}
