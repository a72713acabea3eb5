import { bytesBefore, chunkCharacters, group, sharedBytes } from './bytes.ts';
import { nextFour } from './skim.ts';
import { candidatesAt, isFour, tablesOf, type Search, type SearchTables } from './tables.ts';

/**
 * Whether four bytes of an anchor may stand in what base64 says, in either alphabet. Pictures are let go by this several
 * times sooner than they are made a text.
 */
export function mayHoldAnchor(search: Search, digits: string): boolean {
  const tables = (search.tables ??= tablesOf(search));
  const { encoder, bytes, view } = sharedBytes();
  // Digits are read behind all that they decode to.
  const from = bytesBefore + chunkCharacters;
  bytes.fill(0, 0, bytesBefore);
  for (let start = 0; start < digits.length; start += chunkCharacters) {
    const { written } = encoder.encodeInto(digits.slice(start, start + chunkCharacters), bytes.subarray(from));
    // The last digits may be no whole four, and behind the last bytes may stand anything.
    bytes.fill(zeroDigit, from + written, from + written + 2 * group);
    const length = written + (written === chunkCharacters ? 0 : group);
    decode(view, from, length);
    const end = (bytesBefore + (length / 4) * 3 + group - 1) & -group;
    if (holdsFour(tables, view, end)) return true;
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

/** Decodes four digits after the other to where the bytes of a chunk begin. */
function decode(view: DataView, from: number, length: number): void {
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
}

/** Whether four bytes are those of an anchor; of a chunk, and of where it goes on from the one before. */
function holdsFour(tables: SearchTables, bytes: DataView, end: number): boolean {
  for (let at = nextFour(tables, bytes, bytesBefore - 4, end); at < end; at = nextFour(tables, bytes, at + 4, end))
    if (isAnchor(tables, bytes.getInt32(at, true)) || isAnchor(tables, bytes.getInt32(at + 2, true))) return true;
  return false;
}

function isAnchor(tables: SearchTables, four: number): boolean {
  return candidatesAt(tables, four)?.some((candidate) => isFour(candidate, four)) === true;
}
