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
export function* base64RunsIn(text: string, gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined): Generator<EncodedRun, void, undefined> {
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
      if (mayBeEncoded(digits)) yield* decoded(digits, start, end, gunzip);
      last = Math.max(first, end);
    } else last = end;
    at = last - 1;
  }
}

/** The lines after the first, where an encoder broke the run. */
function linesAfter(text: string, start: number, firstEnd: number): { readonly digits: string; readonly end: number } | undefined {
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
  const head = digits.slice(0, 200);
  return isHex(digits) || (/[A-Z]/.test(head) && /[a-z]/.test(head)) || (/\d/.test(head) && /[A-Z]/.test(head));
}

function* decoded(digits: string, start: number, end: number, gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined): Generator<EncodedRun, void, undefined> {
  if (isHex(digits)) {
    const inner = unpacked(textOfHex(digits), gunzip);
    if (inner) yield { start, end, ...inner };
    if (digits.length < 64) return;
  }
  const plain = digits.replaceAll('-', '+').replaceAll('_', '/');
  for (let shift = 0; shift < 4; shift++) {
    // In the middle of something else, only what begins as text is text.
    if (shift > 0 && (plain.length > longestShifted || !beginsAsText(plain, shift))) continue;
    const bytes = bytesOf(plain.slice(shift));
    const inner = bytes === undefined ? undefined : unpacked(bytes, gunzip);
    if (inner) yield { start, end, ...inner };
  }
  if (plain.length > longestShifted) return;
  // A word before or after the run is joined to it by a sign that base64 knows: `prefix_`, `/path/`, `name-`.
  const from = start;
  for (const { 0: piece, index } of digits.matchAll(/[A-Za-z0-9+]{24,}/g)) {
    if (piece.length === digits.length) return;
    const bytes = bytesOf(piece);
    const inner = bytes === undefined || !isHex(piece) ? (bytes === undefined ? undefined : unpacked(bytes, gunzip)) : unpacked(textOfHex(piece), gunzip);
    if (inner && !inner.isBinary) yield { start: from + Math.min(index, end - from), end: Math.min(end, from + index + piece.length), ...inner };
  }
}

function beginsAsText(plain: string, shift: number): boolean {
  const head = bytesOf(plain.slice(shift, shift + 16));
  return head !== undefined && /^[\t\n\r\x20-\x7e]+$/.test(head);
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
