/** A piece of the input, by offsets into the original text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * A text in the one form in which wordings are compared: lower case, without white space, quotes, backslashes and
 * drawing characters. Line wraps, escapes and typographic quotes of terminals, logs and wrappers vanish in it.
 */
export interface Reading {
  /** The text as it was given, without control sequences. */
  readonly raw: string;
  /** `raw` with JSON and repr escapes undone as often as they were applied; line breaks kept. */
  readonly flat: string;
  readonly squeezed: string;
  /** The place in `raw` of a range of `squeezed`. */
  readonly locate: (start: number, end: number) => Place;
}

const dropped = /[^a-z0-9_.:;,/<>=@%+\-()[\]{}#&!?$^~\u00c0-\uffff]+/g;
const typographic =
  /[\u2018-\u201f\u2032-\u2036\u00ab\u00bb\u2039\u203a\u2500-\u259f\u23bf\u25cf\u2022\u00b7\u26a0\u2028\u2029\u200b\u200c\u2060\ufeff\u00a0\u3000]+|\u200d|\ufe0f/g;

/** Brings a wording into the form of `Reading.squeezed`. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(dropped, '').replace(typographic, '');
}

const keptAscii = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:;,/<>=@%+-()[]{}#&!?$^~';

/** How many characters of a text squeezing keeps. */
export function squeezedLength(text: string): number {
  if (text.length !== 1 || text > '\u007f') return squeeze(text).length;
  return keptAscii.includes(text) ? 1 : 0;
}
