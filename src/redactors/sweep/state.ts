import type { Anchor } from './anchors.ts';
import { bytesBefore } from './bytes.ts';
import type { SearchTables } from './tables.ts';

/** A sweep under way. */
export interface Sweeping {
  readonly text: string;
  readonly tables: SearchTables;
  readonly anchors: Anchor[];
  readonly places: number[];
  /** How many anchors of one character there are, which are not in the order of the others. */
  unordered: number;
  readonly runs: number[];
  readonly lineEnds: number[];
  readonly digits: number[];
  readonly capitals: number[];
  hasUnseen: boolean;
  hasCodes: boolean;
  /** Whether each byte is a character. */
  isAscii: boolean;
  /** A byte whose place in the text is known, and that place. */
  byte: number;
  place: number;
  /** Where the last stretches of digits and of capitals end that were looked at. */
  digitsTo: number;
  capitalsTo: number;
  /** The marks of the two bytes that were looked at last. */
  last: number;
  /** The groups that hold nothing but base64: the first of those in a row, its place, and the end of the last. */
  runFrom: number;
  runPlace: number;
  runTo: number;
}

/** A sweep that has not begun. */
export function sweepingOf(tables: SearchTables, text: string): Sweeping {
  return {
    text,
    tables,
    anchors: [],
    places: [],
    unordered: 0,
    runs: [],
    lineEnds: [],
    digits: [],
    capitals: [],
    hasUnseen: false,
    hasCodes: false,
    isAscii: true,
    byte: bytesBefore,
    place: 0,
    digitsTo: 0,
    capitalsTo: 0,
    last: 0,
    runFrom: -1,
    runPlace: 0,
    runTo: -1,
  };
}

/** Where in the text a byte stands; quick for the one that was asked for last and those near it. */
export function placeOf(state: Sweeping, bytes: DataView, byte: number): number {
  if (state.isAscii) return state.place + byte - state.byte;
  if (byte >= state.byte) state.place += charactersBetween(bytes, state.byte, byte);
  else state.place -= charactersBetween(bytes, byte, state.byte);
  state.byte = byte;
  return state.place;
}

/** How many characters of a string two places in its UTF-8 are apart. */
function charactersBetween(bytes: DataView, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes.getUint8(at);
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}
