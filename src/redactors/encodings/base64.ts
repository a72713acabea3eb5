import { endOfRun, isBase64Character, isHexDigit } from '../characters.ts';
import { leastRun } from '../sweep/sweep.ts';
import type { Decoding, EncodedRun } from './index.ts';
import { isHex, textOfHex } from './hex.ts';
import { beginsBinary, headBytes, unpacked } from './unpacked.ts';

const longestRun = 64_000_000;
/** Beyond this, only the beginning of a run decides where its groups of four begin. */
const longestShifted = 8000;

/** Runs of base64, base64url and hexadecimal digits that hold text, or bytes that a gzip reader makes text of. */
export function* base64RunsIn(
  text: string,
  runs: readonly number[],
  decoding: Pick<Decoding, 'gunzip' | 'mayHold'>,
): Generator<EncodedRun, void, undefined> {
  let last = 0;
  for (let index = 0; index < runs.length; index += 2) {
    let start = runs[index] ?? 0;
    const end = runs[index + 1] ?? 0;
    // The lines of a run that goes on are looked at with its first.
    if (start < last) continue;
    // Characters that end an escape (`\n`) belong to it.
    if (text.charCodeAt(start - 1) === 92) start++;
    const lines = end - start >= 40 ? linesAfter(text, start, end) : undefined;
    last = lines?.end ?? end;
    if (lines) {
      const digits = text.slice(start, end) + lines.digits;
      if (mayHold(digits, 0, digits.length)) yield* decoded(digits, start, last, decoding);
    } else if (mayHold(text, start, end)) yield* decoded(text.slice(start, end), start, end, decoding);
  }
}

/** The lines after the first, where an encoder broke the run. */
function linesAfter(
  text: string,
  start: number,
  firstEnd: number,
): { readonly digits: string; readonly end: number } | undefined {
  const width = firstEnd - start;
  let digits = '';
  let end = firstEnd;
  for (;;) {
    const gap = /^(?:\r?\n|\\{1,7}r?\\{0,7}n)[ \t]{0,8}/.exec(text.slice(end, end + 24))?.[0].length;
    if (gap === undefined) break;
    const next = endOfRun(text, end + gap, isBase64Character, longestRun);
    if (next - end - gap < 4 || next - end - gap > width) break;
    digits += text.slice(end + gap, next);
    end = next;
    if (next - end - gap > 0) continue;
  }
  return digits === '' ? undefined : { digits, end };
}

/** Whether anything that `decoded` looks at can hold something: most ids and paths are done with by this. */
function mayHold(text: string, start: number, end: number): boolean {
  if (!mayBeEncoded(text, start, end)) return false;
  if (end - start > longestShifted || isPackedRun(text, start)) return true;
  for (let shift = 0; shift < 4; shift++) if (mayBeText(text, start + shift, end)) return true;
  if (isHex(text, start, end)) return true;
  let first = end;
  for (let at = start; at < end; at++) {
    if (!isSign(text.charCodeAt(at))) continue;
    first = Math.min(first, at);
    // What a sign joins to something else may be a run of its own.
    if (mayBeText(text, at + 1, end)) return true;
    let next = at + 1;
    while (next < end && isHexDigit(text.charCodeAt(next))) next++;
    if (next - at > leastRun && (next === end || isSign(text.charCodeAt(next))) && isHex(text, at + 1, next))
      return true;
  }
  return first < end && first - start >= leastRun && isHex(text, start, first);
}

/** Words and paths of one case are no base64: sixteen bytes hardly ever come out so. */
function mayBeEncoded(text: string, start: number, end: number): boolean {
  let hasUpper = false;
  let hasOther = false;
  const most = Math.min(end, start + 200);
  for (let at = start; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) hasUpper = true;
    else if (code >= 48 && code !== 95) hasOther = true;
    if (hasUpper && hasOther) return true;
  }
  return isHex(text, start, end);
}

/** What base64 and base64url know, and words are joined with. */
function isSign(code: number): boolean {
  return code === 45 || code === 95 || code === 47;
}

function* decoded(
  digits: string,
  start: number,
  end: number,
  { gunzip, mayHold: mayBytesHold }: Pick<Decoding, 'gunzip' | 'mayHold'>,
): Generator<EncodedRun, void, undefined> {
  if (isHex(digits)) {
    const inner = unpacked(textOfHex(digits), gunzip);
    if (inner) yield { start, end, ...inner };
    if (digits.length < 64) return;
  }
  if (digits.length > longestShifted && isBinaryRun(digits) && !mayBytesHold(digits)) return;
  const plain = /[-_]/.test(digits) ? digits.replaceAll('-', '+').replaceAll('_', '/') : digits;
  for (let shift = 0; shift < 4; shift++) {
    // In the middle of something else, only what begins as text is text.
    if (plain.length <= longestShifted ? !mayBeText(plain, shift, plain.length) && !isPackedRun(plain, 0) : shift > 0)
      continue;
    const bytes = bytesOf(plain.slice(shift));
    const inner = bytes === undefined ? undefined : unpacked(bytes, gunzip);
    if (inner) yield { start, end, ...inner };
  }
  if (plain.length > longestShifted) return;
  // A word before or after the run is joined to it by a sign that base64 knows: `prefix_`, `/path/`, `name-`.
  const from = start;
  for (const { 0: piece, index } of digits.matchAll(/[A-Za-z0-9+]{24,}/g)) {
    if (piece.length === digits.length) return;
    if (!isHex(piece) && !mayBeText(piece, 0, piece.length)) continue;
    const bytes = bytesOf(piece);
    const inner =
      bytes === undefined || !isHex(piece)
        ? bytes === undefined
          ? undefined
          : unpacked(bytes, gunzip)
        : unpacked(textOfHex(piece), gunzip);
    if (inner && !inner.isBinary)
      yield { start: from + Math.min(index, end - from), end: Math.min(end, from + index + piece.length), ...inner };
  }
}

const quadsLooked = 6;

/**
 * Whether the first groups of four are what ASCII gives: the highest bit of each byte is 0. It holds for UTF-16, too, and
 * spares the decoding of ids and paths.
 */
function mayBeText(text: string, start: number, end: number): boolean {
  const quads = Math.min(quadsLooked, (end - start) >> 2);
  let others = quads >> 1;
  for (let at = start; at < start + quads * 4; at += 4) {
    const isAscii =
      (bitsOf(text, at) & firstBit) !== 0 &&
      (bitsOf(text, at + 1) & secondBit) !== 0 &&
      (bitsOf(text, at + 2) & thirdBit) !== 0;
    if (!isAscii && --others < 0) return false;
  }
  return true;
}

/** For each digit, whether the highest bit of the first, the second or the third byte is 0 where it holds that bit. */
const clearBits = new DataView(new ArrayBuffer(256));
const [firstBit, secondBit, thirdBit] = [1, 2, 4];
for (const [digit, character] of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  .split('')
  .entries()) {
  const bits = (digit < 32 ? firstBit : 0) | ((digit & 8) === 0 ? secondBit : 0) | ((digit & 2) === 0 ? thirdBit : 0);
  clearBits.setUint8(character.charCodeAt(0), bits);
}

function bitsOf(text: string, at: number): number {
  return clearBits.getUint8(text.charCodeAt(at) & 0xff);
}

/** How gzip and zlib begin in base64. */
function isPackedRun(text: string, at: number): boolean {
  return text.charCodeAt(at) === 72
    ? text.startsWith('H4sI', at)
    : text.charCodeAt(at) === 101 && /[JNA]/.test(text.charAt(at + 1));
}

/** Whether a long run begins with bytes that are no text. */
function isBinaryRun(digits: string): boolean {
  const head = bytesOf(
    digits
      .slice(0, Math.ceil(headBytes / 3) * 4)
      .replaceAll('-', '+')
      .replaceAll('_', '/'),
  );
  return head !== undefined && beginsBinary(head);
}

/** Bytes, each as one character. */
function bytesOf(plain: string): string | undefined {
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  try {
    return atob(whole);
  } catch {
    return undefined;
  }
}
