import { bytesBefore, chunkCharacters, group, sharedBytes } from './bytes.ts';
import { marked } from './marks.ts';
import { candidatesFor, tablesOf, type Search, type SearchTables } from './tables.ts';

const { anySet, toSecond } = marked;

/**
 * Whether four bytes of an anchor may stand in what base64 says, in either alphabet. Pictures are let go by this several
 * times sooner than they are made a text.
 */
export function mayHoldAnchor(search: Search, digits: string): boolean {
  const tables = (search.tables ??= tablesOf(search));
  const { encoder, bytes, view } = sharedBytes();
  // Digits are read behind all that they decode to.
  const from = bytesBefore + chunkCharacters;
  let last = 0;
  bytes.fill(0, 0, bytesBefore);
  for (let start = 0; start < digits.length; start += chunkCharacters) {
    const { written } = encoder.encodeInto(digits.slice(start, start + chunkCharacters), bytes.subarray(from));
    // The last digits may be no whole four, and behind the last bytes may stand anything.
    bytes.fill(zeroDigit, from + written, from + written + 2 * group);
    const end = decode(view, from, written + (written === chunkCharacters ? 0 : group));
    const marks = look(tables, view, end, last);
    if (marks === undefined) return true;
    last = marks;
    bytes.copyWithin(bytesBefore - group, end - group, end);
  }
  return false;
}

const zeroDigit = 65;

const sextets = new DataView(new ArrayBuffer(256));
for (let digit = 0; digit < 26; digit++) {
  sextets.setUint8(65 + digit, digit);
  sextets.setUint8(97 + digit, digit + 26);
}
for (let digit = 0; digit < 10; digit++) sextets.setUint8(48 + digit, digit + 52);
for (const [digit, code] of [
  [62, 43],
  [62, 45],
  [63, 47],
  [63, 95],
] as const)
  sextets.setUint8(code, digit);

/** Decodes four digits after the other to where the bytes of a chunk begin; where the last group of bytes ends. */
function decode(view: DataView, from: number, length: number): number {
  let to = bytesBefore;
  for (let at = from; at < from + length; at += 4) {
    const four = view.getUint32(at, true);
    const bits =
      (sextets.getUint8(four & 0xff) << 18) |
      (sextets.getUint8((four >>> 8) & 0xff) << 12) |
      (sextets.getUint8((four >>> 16) & 0xff) << 6) |
      sextets.getUint8(four >>> 24);
    view.setUint32(to, bits << 8);
    to += 3;
  }
  return (to + group - 1) & -group;
}

/** The marks of the last two bytes, or nothing when some four bytes may be those of an anchor. */
function look(tables: SearchTables, bytes: DataView, end: number, before: number): number | undefined {
  const { marks } = tables;
  let last = before;
  for (let at = bytesBefore; at < end; at += group) {
    const low = bytes.getUint32(at, true);
    const high = bytes.getUint32(at + 4, true);
    const one = marks.getInt32((low & 0xffff) << 2, true);
    const two = marks.getInt32((low >>> 16) << 2, true);
    const three = marks.getInt32((high & 0xffff) << 2, true);
    const four = marks.getInt32((high >>> 16) << 2, true);
    const near =
      ((last & (one >> toSecond)) |
        (one & (two >> toSecond)) |
        (two & (three >> toSecond)) |
        (three & (four >> toSecond))) &
      anySet;
    last = four;
    if (near === 0) continue;
    for (let place = at - 2; place < at + group - 2; place += 2)
      if (isAnchorAt(tables, bytes.getUint32(place, true))) return undefined;
  }
  return last;
}

function isAnchorAt(tables: SearchTables, four: number): boolean {
  return candidatesFor(tables, four, 0).some(({ fold, mask, four: own }) => ((four | fold) & mask) === own);
}
