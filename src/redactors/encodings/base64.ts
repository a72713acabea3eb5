import { endOfRun, isBase64Character } from '../characters.ts';
import type { EncodedRun } from './index.ts';
import { isHex, textOfHex } from './hex.ts';
import { unpacked } from './unpacked.ts';

/** Sixteen bytes are the least that a secret has; so a run need not be looked for at each character. */
const leastRun = 24;
const longestRun = 64_000_000;
/** Beyond this, only the beginning of a run decides where its groups of four begin. */
const longestShifted = 8000;

/** Runs of base64, base64url and hexadecimal digits that hold text, or bytes that a gzip reader makes text of. */
export function* base64RunsIn(
  text: string,
  gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined,
): Generator<EncodedRun, void, undefined> {
  let last = 0;
  for (let at = leastRun - 1; at < text.length; at += leastRun) {
    if (!isBase64Character(text.charCodeAt(at))) continue;
    let start = at;
    while (start > last && isBase64Character(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (isBase64Character(text.charCodeAt(end))) end++;
    if (end - start >= leastRun) {
      // Characters that end an escape (`\n`) belong to it.
      if (text.charCodeAt(start - 1) === 92) start++;
      const first = end;
      let digits = text.slice(start, end);
      if (end - start >= 40) {
        const lines = linesAfter(text, start, end);
        if (lines) [digits, end] = [digits + lines.digits, lines.end];
      }
      if (mayBeEncoded(digits) && mayHoldText(digits)) yield* decoded(digits, start, end, gunzip);
      last = Math.max(first, end);
    } else last = end;
    at = last - 1;
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

/** Words and paths of one case are no base64: sixteen bytes hardly ever come out so. */
function mayBeEncoded(digits: string): boolean {
  let hasUpper = false;
  let hasOther = false;
  const most = Math.min(digits.length, 200);
  for (let at = 0; at < most && !(hasUpper && hasOther); at++) {
    const code = digits.charCodeAt(at);
    if (code >= 65 && code <= 90) hasUpper = true;
    else if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) hasOther = true;
  }
  return (hasUpper && hasOther) || isHex(digits);
}

/** Whether anything that `decoded` looks at can hold something: most ids and paths are done with by this. */
function mayHoldText(digits: string): boolean {
  if (digits.length > longestShifted || isPackedRun(digits)) return true;
  for (let shift = 0; shift < 4; shift++) if (mayBeText(digits, shift)) return true;
  if (isHex(digits)) return true;
  for (let at = 0; at < digits.length; at++) {
    if (!isSign(digits.charCodeAt(at))) continue;
    // What a sign joins to something else may be a run of its own.
    if (mayBeText(digits, at + 1)) return true;
    let end = at + 1;
    while (end < digits.length && !isSign(digits.charCodeAt(end))) end++;
    if (end - at > leastRun && isHex(digits.slice(at + 1, end))) return true;
  }
  const first = digits.search(/[^A-Za-z0-9+]/);
  return first >= leastRun && isHex(digits.slice(0, first));
}

/** What base64 and base64url know, and words are joined with. */
function isSign(code: number): boolean {
  return code === 45 || code === 95 || code === 47;
}

function* decoded(
  digits: string,
  start: number,
  end: number,
  gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined,
): Generator<EncodedRun, void, undefined> {
  if (isHex(digits)) {
    const inner = unpacked(textOfHex(digits), gunzip);
    if (inner) yield { start, end, ...inner };
    if (digits.length < 64) return;
  }
  const plain = /[-_]/.test(digits) ? digits.replaceAll('-', '+').replaceAll('_', '/') : digits;
  for (let shift = 0; shift < 4; shift++) {
    // In the middle of something else, only what begins as text is text.
    if (plain.length <= longestShifted ? !mayBeText(plain, shift) && !isPackedRun(plain) : shift > 0) continue;
    const bytes = bytesOf(plain.slice(shift));
    const inner = bytes === undefined ? undefined : unpacked(bytes, gunzip);
    if (inner) yield { start, end, ...inner };
  }
  if (plain.length > longestShifted) return;
  // A word before or after the run is joined to it by a sign that base64 knows: `prefix_`, `/path/`, `name-`.
  const from = start;
  for (const { 0: piece, index } of digits.matchAll(/[A-Za-z0-9+]{24,}/g)) {
    if (piece.length === digits.length) return;
    if (!isHex(piece) && !mayBeText(piece, 0)) continue;
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
function mayBeText(plain: string, shift: number): boolean {
  let quads = 0;
  let ascii = 0;
  for (let at = shift; at + 3 < plain.length && quads < quadsLooked; at += 4, quads++) {
    if (digitOf(plain, at) < 32 && (digitOf(plain, at + 1) & 8) === 0 && (digitOf(plain, at + 2) & 2) === 0) ascii++;
  }
  return ascii * 2 >= quads;
}

function digitOf(plain: string, at: number): number {
  const code = plain.charCodeAt(at);
  if (code >= 97) return code - 71;
  if (code === 95) return 63;
  if (code >= 65) return code - 65;
  if (code >= 48) return code + 4;
  return code === 43 || code === 45 ? 62 : 63;
}

/** How gzip and zlib begin in base64. */
function isPackedRun(plain: string): boolean {
  return plain.startsWith('H4sI') || plain.startsWith('eJ') || plain.startsWith('eN') || plain.startsWith('eA');
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
