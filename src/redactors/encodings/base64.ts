import { bytesOfBase64 } from '../base64-bytes.ts';
import { endOfRun, isBase64Character } from '../characters.ts';
import type { Decoding, EncodedRun } from './index.ts';
import { isHex, textOfHex } from './hex.ts';
import { isPackedRun, longestShifted, mayBeText, mayHold } from './may-hold.ts';
import { beginsBinary, headBytes, unpacked } from './unpacked.ts';

const longestRun = 64_000_000;

/** Runs of base64, base64url and hexadecimal digits that hold text, or bytes that a gzip reader makes text of. */
export function* base64RunsIn(
  text: string,
  runs: readonly number[],
  decoding: Pick<Decoding, 'gunzip' | 'mayHold'>,
): Generator<EncodedRun, void, undefined> {
  let last = 0;
  for (let index = nextRun(text, runs, 0, last); index < runs.length; index = nextRun(text, runs, index + 2, last)) {
    const start = startOf(text, runs[index] ?? 0);
    const end = runs[index + 1] ?? 0;
    if (start < last) continue;
    const lines = end - start >= leastLine ? linesAfter(text, start, end) : undefined;
    last = lines?.end ?? end;
    if (lines) {
      const digits = text.slice(start, end) + lines.digits;
      if (mayHold(digits, 0, digits.length)) yield* decoded(digits, start, last, decoding);
    } else if (mayHold(text, start, end)) yield* decoded(text.slice(start, end), start, end, decoding);
  }
}

/** The least that a line of a run is that goes on in the next. */
const leastLine = 40;

/** A loop that goes on for long is compiled twice: while it runs, and for the next time. So no call passes many runs. */
const runsAtOnce = 32;

/** The next run that may be worth a closer look; those before `last` were looked at with the first of their lines. */
function nextRun(text: string, runs: readonly number[], from: number, last: number): number {
  const to = Math.min(runs.length, from + 2 * runsAtOnce);
  let index = from;
  for (; index < to; index += 2) {
    const start = runs[index] ?? 0;
    const end = runs[index + 1] ?? 0;
    if (start >= last && (end - start >= leastLine || mayHold(text, startOf(text, start), end))) break;
  }
  return index;
}

/** A character that ends an escape (`\n`) belongs to it. */
function startOf(text: string, start: number): number {
  return text.charCodeAt(start - 1) === 92 ? start + 1 : start;
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
    if (plain.length <= longestShifted ? !mayBeText(plain, shift) && !isPackedRun(plain, 0) : shift > 0) continue;
    const bytes = bytesOfBase64(plain.slice(shift));
    const inner = bytes === undefined ? undefined : unpacked(bytes, gunzip);
    if (inner) yield { start, end, ...inner };
  }
  if (plain.length > longestShifted) return;
  // A word before or after the run is joined to it by a sign that base64 knows: `prefix_`, `/path/`, `name-`.
  const from = start;
  for (const { 0: piece, index } of digits.matchAll(/[A-Za-z0-9+]{24,}/g)) {
    if (piece.length === digits.length) return;
    if (!isHex(piece) && !mayBeText(piece)) continue;
    const bytes = bytesOfBase64(piece);
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

/** Whether a long run begins with bytes that are no text. */
function isBinaryRun(digits: string): boolean {
  const head = bytesOfBase64(digits.slice(0, Math.ceil(headBytes / 3) * 4));
  return head !== undefined && beginsBinary(head);
}
