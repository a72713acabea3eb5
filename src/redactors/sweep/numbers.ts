import { isDigit } from '../characters.ts';
import { group } from './bytes.ts';
import { placeOf, type Sweeping } from './state.ts';

/** Numbers of cards and accounts, around a group in which there may be a part of one. */
export function lookForNumbers(state: Sweeping, bytes: DataView, at: number): void {
  if (reachesOut(bytes, at, digitsKind))
    state.digitsTo = tellStretch(state.text, placeOf(state, bytes, at) + 3, state.digitsTo, state.digits, digitsKind);
  if (reachesOut(bytes, at, capitalsKind))
    state.capitalsTo = tellStretch(
      state.text,
      placeOf(state, bytes, at) + 3,
      state.capitalsTo,
      state.capitals,
      capitalsKind,
    );
}

/** Whether a number of which a group is part, but for its first byte, can be longer by six: on one side by three. */
function reachesOut(bytes: DataView, at: number, kind: NumberKind): boolean {
  if (classOfByte(bytes, at + 3, kind) === 0) return false;
  return areOf(bytes, at + group, kind) || areOf(bytes, at - 3, kind);
}

/** Whether three bytes are of a kind. */
function areOf(bytes: DataView, at: number, kind: NumberKind): boolean {
  return (
    classOfByte(bytes, at, kind) !== 0 &&
    classOfByte(bytes, at + 1, kind) !== 0 &&
    classOfByte(bytes, at + 2, kind) !== 0
  );
}

function classOfByte(bytes: DataView, at: number, { classes }: NumberKind): number {
  return classes.getUint8(bytes.getUint8(at));
}

/** What numbers are made of, in groups with single gaps between them, and what they begin with. */
interface NumberKind {
  /** A character of it is 1, a gap 2, and one that a number can begin with 3. */
  readonly classes: DataView;
  readonly least: number;
}

const digitsKind = numberKind(14, '0123456789', ' -', '3456');
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const capitalsKind = numberKind(15, `${capitals}0123456789`, ' ', capitals);

function numberKind(least: number, characters: string, gaps: string, first: string): NumberKind {
  const view = new DataView(new ArrayBuffer(256));
  for (const [value, of] of [characters, gaps, first].entries())
    for (let at = 0; at < of.length; at++) view.setUint8(of.charCodeAt(at), value + 1);
  return { classes: view, least };
}

function classIn({ classes: view }: NumberKind, text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? view.getUint8(code) : 0;
}

/** Tells of a stretch around a place that no number of its kind reaches out of, if one can begin in it; its end. */
function tellStretch(text: string, place: number, before: number, stretches: number[], kind: NumberKind): number {
  if (place < before || classIn(kind, text, place) === 0) return before;
  let from = place;
  for (let after = classIn(kind, text, place); from > before; from--) {
    const one = classIn(kind, text, from - 1);
    if (one === 0 || (one === 2 && after === 2)) break;
    after = one;
  }
  let to = from;
  let count = 0;
  let mayBegin = false;
  for (let last = 0; to < text.length; to++) {
    const one = classIn(kind, text, to);
    if (one === 0 || (one === 2 && last === 2)) break;
    if (one !== 2) {
      count++;
      // A letter before it may end an escape or a color.
      if (one === 3 && !mayBegin) mayBegin = last !== 1 && !isWordBefore(text, to);
    }
    last = one;
  }
  if (count >= kind.least && mayBegin) stretches.push(from, to);
  return Math.max(to, before);
}

function isWordBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return isDigit(code) || code === 95;
}
