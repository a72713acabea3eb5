import { isBase64Character } from '../characters.ts';
import { counts, standsInAnyCase, type Anchor } from './anchors.ts';
import { bytesAfter, bytesBefore, chunkCharacters, group, sharedBytes } from './bytes.ts';
import { marked } from './marks.ts';
import { lookForNumbers } from './numbers.ts';
import { lookAtLineEnd, lookAtSigns } from './signs.ts';
import { placeOf, sweepingOf, type Sweeping } from './state.ts';
import { leastRun, type Sweep } from './sweep.ts';
import { candidatesFor, type SearchTables } from './tables.ts';

const { anySet, toSecond, noRun, noNumber, sign } = marked;
const classes = noRun | noNumber | sign;
const usual = noRun | noNumber;

export function sweepLong(tables: SearchTables, text: string): Sweep {
  const state = sweepingOf(tables, text);
  for (const anchor of tables.others) if (anchor.text.length === 1) tellEach(state, anchor);
  state.unordered = state.anchors.length;
  sweepBytes(state);
  const ordered = state.anchors.length;
  for (const anchor of tables.others) if (anchor.text.length > 1) tellEach(state, anchor);
  if (state.anchors.length > ordered) sort(state);
  return state;
}

function tellEach({ text, anchors, places }: Sweeping, anchor: Anchor): void {
  for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1)) {
    anchors.push(anchor);
    places.push(at);
  }
}

/** Brings all anchors but those of one character into the order of their places. */
function sort({ anchors, places, unordered }: Sweeping): void {
  const pairs = anchors.slice(unordered).map((anchor, index) => ({ anchor, at: places[unordered + index] ?? 0 }));
  pairs.sort((a, b) => a.at - b.at || a.anchor.rank - b.anchor.rank);
  for (const [index, { anchor, at }] of pairs.entries()) {
    anchors[unordered + index] = anchor;
    places[unordered + index] = at;
  }
}

/**
 * Bytes are read several times faster than characters, and four at a time faster than one. A run of base64 is at least
 * two groups of bytes in a row with nothing else in them.
 */
function sweepBytes(state: Sweeping): void {
  const { text } = state;
  const { encoder, bytes, view } = sharedBytes();
  bytes.fill(0x20, 0, bytesBefore);
  // Where what was not looked at yet ends.
  let length = bytesBefore;
  let isRestAscii = true;
  for (let start = 0; start < text.length;) {
    const chunk = text.length <= chunkCharacters ? text : text.slice(start, start + chunkCharacters);
    const { read, written } = encoder.encodeInto(chunk, bytes.subarray(length));
    state.isAscii = read === written && isRestAscii;
    start += read;
    length += written;
    const isLast = start >= text.length;
    if (isLast) {
      bytes.fill(0x20, length, length + group);
      length += group;
    }
    const end = Math.max(bytesBefore, (isLast ? length : length - bytesAfter) & -group);
    sweepGroups(state, view, end);
    state.place = placeOf(state, view, end);
    state.byte = bytesBefore;
    const done = end - bytesBefore;
    state.runFrom -= done;
    state.runTo -= done;
    bytes.copyWithin(0, done, length);
    length -= done;
    isRestAscii = state.isAscii || bytes.subarray(bytesBefore, length).every((byte) => byte < 128);
  }
  tellRun(state);
}

function sweepGroups(state: Sweeping, bytes: DataView, end: number): void {
  const { marks } = state.tables;
  let { last } = state;
  for (let at = bytesBefore; at < end; at += group) {
    const low = bytes.getUint32(at, true);
    const high = bytes.getUint32(at + 4, true);
    const one = marks.getInt32((low & 0xffff) << 2, true);
    const two = marks.getInt32((low >>> 16) << 2, true);
    const three = marks.getInt32((high & 0xffff) << 2, true);
    const four = marks.getInt32((high >>> 16) << 2, true);
    const all = (one | two | three | four) & classes;
    const atLast = last & (one >> toSecond);
    const atOne = one & (two >> toSecond);
    const atTwo = two & (three >> toSecond);
    const atThree = three & (four >> toSecond);
    last = four;
    const near = (atLast | atOne | atTwo | atThree) & anySet;
    if (all === usual && near === 0) continue;
    if ((all & noRun) === 0) {
      if (at !== state.runTo) beginRun(state, bytes, at);
      state.runTo = at + group;
    }
    if (near !== 0) {
      if ((atLast & anySet) !== 0) lookAtFour(state, bytes, at - 2, atLast);
      if ((atOne & anySet) !== 0) lookAtFour(state, bytes, at, atOne);
      if ((atTwo & anySet) !== 0) lookAtFour(state, bytes, at + 2, atTwo);
      if ((atThree & anySet) !== 0) lookAtFour(state, bytes, at + 4, atThree);
    }
    if ((all & sign) !== 0) {
      if ((one & sign) !== 0) lookAtSigns(state, bytes, at);
      if ((two & sign) !== 0) lookAtSigns(state, bytes, at + 2);
      if ((three & sign) !== 0) lookAtSigns(state, bytes, at + 4);
      if ((four & sign) !== 0) lookAtSigns(state, bytes, at + 6);
    }
    if ((all & noNumber) === 0) lookForNumbers(state, bytes, at);
  }
  state.last = last;
}

/** A group that holds nothing but base64 after one that holds something else. */
function beginRun(state: Sweeping, bytes: DataView, at: number): void {
  if (state.runTo - state.runFrom > group) tellRun(state);
  state.runFrom = at;
  state.runPlace = placeOf(state, bytes, at);
}

/** Tells of the run of which some whole groups are known, if it is long enough. */
function tellRun({ text, runs, runFrom, runTo, runPlace }: Sweeping): void {
  if (runTo - runFrom <= group) return;
  let start = runPlace;
  while (start > 0 && isBase64Character(text.charCodeAt(start - 1))) start--;
  let end = runPlace + runTo - runFrom;
  while (isBase64Character(text.charCodeAt(end))) end++;
  if (end - start >= leastRun) runs.push(start, end);
}

/** Looks for the anchors and line ends that four bytes can be part of, which stand in some sets together. */
function lookAtFour(state: Sweeping, bytes: DataView, at: number, inSets: number): void {
  if ((inSets & marked.cut) !== 0) lookAtLineEnd(state, bytes, at + 2);
  if ((inSets & marked.cutBetween) !== 0) lookAtLineEnd(state, bytes, at + 3);
  const four = bytes.getUint32(at, true);
  for (const candidate of candidatesFor(state.tables, four, inSets)) {
    if (((four | candidate.fold) & candidate.mask) !== candidate.four) continue;
    const { text, offset, ignoresCase } = candidate;
    // Before a short anchor may stand a part of a longer character.
    const place = offset < 0 ? placeOf(state, bytes, at - offset) : placeOf(state, bytes, at) - offset;
    if (place >= 0 && (ignoresCase ? standsInAnyCase(state.text, text, place) : state.text.startsWith(text, place))) {
      if (counts(candidate, state.text, place)) insert(state, candidate, place);
    }
  }
}

/** Anchors are found by what is rare in them, so one that begins earlier may come later. */
function insert({ anchors, places, unordered }: Sweeping, anchor: Anchor, at: number): void {
  let index = places.length;
  while (index > unordered && isAfter(places[index - 1] ?? 0, anchors[index - 1], at, anchor)) index--;
  if (index === places.length) {
    places.push(at);
    anchors.push(anchor);
  } else {
    places.splice(index, 0, at);
    anchors.splice(index, 0, anchor);
  }
}

function isAfter(otherAt: number, other: Anchor | undefined, at: number, anchor: Anchor): boolean {
  return otherAt > at || (otherAt === at && other !== undefined && other.rank > anchor.rank);
}
