import { isDigit } from '../characters.ts';
import { group } from './bytes.ts';
import type { NumberKind, NumberSearch } from './number-search.ts';
import { placeOf, type Sweeping } from './state.ts';

/** Numbers of cards and accounts, around a group in which there may be a part of one. */
export function lookForNumbers(state: Sweeping, bytes: DataView, at: number): void {
  for (const search of state.numbers)
    if (reachesOut(bytes, at, search.kind)) tellStretch(state.text, placeOf(state, bytes, at) + 3, search);
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

function classIn({ classes: view }: NumberKind, text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? view.getUint8(code) : 0;
}

/** Tells of a stretch around a place that no number of its kind reaches out of, if one can begin in it. */
function tellStretch(text: string, place: number, search: NumberSearch): void {
  const { kind, stretches, to: before } = search;
  if (place < before || classIn(kind, text, place) === 0) return;
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
  search.to = Math.max(to, before);
}

function isWordBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return isDigit(code) || code === 95;
}
