import { placeOf, type Sweeping } from './state.ts';
import { endOfCut } from './tables.ts';

/** Escapes, line ends behind the border of a box, and what nobody sees, at two bytes. */
export function lookAtSigns(state: Sweeping, bytes: DataView, at: number): void {
  const first = bytes.getUint8(at);
  const second = bytes.getUint8(at + 1);
  if (first === 92) lookAtEscape(state, bytes, at);
  else if (first === 124 || first === 0x82) lookAtLineEnd(state, bytes, at + 1);
  else if (bytes.getUint8(at - 1) === 92) lookAtEscape(state, bytes, at - 1);
  // The last digit of `\\033`.
  else if (first === 0x33 && bytes.getUint8(at - 3) === 92) lookAtEscape(state, bytes, at - 3);
  if (!state.hasUnseen && (first < 32 || first >= 0x7f || second < 32 || second >= 0x7f))
    state.hasUnseen = isUnseen(bytes, at) || isUnseen(bytes, at + 1);
}

const unseenEscape = /\\(?:(?:u001b|x1b|033|e)\[|u(?:200[b-f]|206[0-4]|feff|00ad))/iy;
const codeEscape = /\\(?:u00[2-7]|u\{[2-7]|x[2-7]|u0000)/y;

function lookAtEscape(state: Sweeping, bytes: DataView, byte: number): void {
  const at = placeOf(state, bytes, byte);
  state.hasUnseen ||= standsAt(unseenEscape, state.text, at);
  state.hasCodes ||= standsAt(codeEscape, state.text, at);
}

function standsAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Whether a character takes no place, by its UTF-8: controls, soft hyphens, joiners, marks of direction and of byte order. */
function isUnseen(bytes: DataView, at: number): boolean {
  const first = bytes.getUint8(at);
  if (first < 32) return first !== 9 && first !== 10 && first !== 13;
  if (first < 0x7f) return false;
  const second = bytes.getUint8(at + 1);
  if (first === 0xc2) return second === 0xad;
  const third = bytes.getUint8(at + 2);
  if (first === 0xe2 && second === 0x80) return (third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae);
  if (first === 0xe2 && second === 0x81) return third >= 0xa0 && third <= 0xa4;
  return first === 0x7f || (first === 0xef && second === 0xbb && third === 0xbf);
}

/** Tells of a line end behind what may be the beginning of an anchor, or behind the border of a box. */
export function lookAtLineEnd(state: Sweeping, bytes: DataView, byte: number): void {
  const { text, tables, lineEnds } = state;
  const first = bytes.getUint8(byte);
  const second = bytes.getUint8(byte + 1);
  if (first === 92 ? second !== 110 : first === 13 ? second !== 10 : first !== 10) return;
  const end = placeOf(state, bytes, byte);
  const at = first === 13 ? end + 1 : end;
  const last = text.charCodeAt(end - 1);
  const cuts = tables.cuts.get(endOfCut(text.charCodeAt(end - 2), last));
  const isCut = last === 0x2502 || last === 124 || cuts?.some((cut) => text.startsWith(cut, end - cut.length)) === true;
  if (isCut && lineEnds.at(-1) !== at) lineEnds.push(at);
}
