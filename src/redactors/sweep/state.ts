import type { Anchor } from './anchors.ts';
import { bytesBefore } from './bytes.ts';
import { marked } from './marks.ts';
import { numberSearches, type NumberSearch } from './number-search.ts';
import type { SearchTables } from './tables.ts';

/** A sweep under way. */
export interface Sweeping {
  readonly text: string;
  readonly tables: SearchTables;
  anchors: Anchor[];
  places: number[];
  readonly literals: Set<string>;
  readonly runs: number[];
  longestRun: number;
  longestAfterPoint: number;
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
  /** The searches that `digits` and `capitals` come from. */
  readonly numbers: readonly NumberSearch[];
  /** The mark of the last group that was looked at closer: 0 when it held nothing but base64. */
  marksBefore: number;
  /** Whether a run of base64 is under way, its first byte, where that stands, and whether a point stands before it. */
  isInRun: boolean;
  runFrom: number;
  runPlace: number;
  isAfterPoint: boolean;
}

/** A sweep that has not begun. */
export function sweepingOf(tables: SearchTables, text: string): Sweeping {
  const digits: number[] = [];
  const capitals: number[] = [];
  return {
    text,
    tables,
    anchors: [],
    places: [],
    literals: new Set<string>(),
    runs: [],
    longestRun: 0,
    longestAfterPoint: 0,
    lineEnds: [],
    digits,
    capitals,
    hasUnseen: false,
    hasCodes: false,
    isAscii: true,
    byte: bytesBefore,
    place: 0,
    numbers: numberSearches(digits, capitals),
    marksBefore: marked.noRun,
    isInRun: false,
    runFrom: 0,
    runPlace: 0,
    isAfterPoint: false,
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
