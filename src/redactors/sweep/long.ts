import { isBase64Character } from '../characters.ts';
import { standsInAnyCase, type Anchor } from './anchors.ts';
import { bytesAfter, bytesBefore, chunkCharacters, group, sharedBytes } from './bytes.ts';
import { marked } from './marks.ts';
import { lookForNumbers } from './numbers.ts';
import { lookAtLineEnd, lookAtSigns } from './signs.ts';
import { nextGroup } from './skim.ts';
import { placeOf, sweepingOf, type Sweeping } from './state.ts';
import { leastRun, type Sweep } from './sweep.ts';
import { candidatesAt, isFour, isMuted, shortCandidatesAt, type Candidate, type SearchTables } from './tables.ts';

const { anySet, toSecond, noRun, noNumber, sign } = marked;

/** Sweeps a text with tables. */
export function sweepLong(tables: SearchTables, text: string): Sweep {
  const state = sweepingOf(tables, text);
  sweepBytes(state);
  const others = tables.others.flatMap((anchor) => placesOf(text, anchor));
  if (others.length > 0) merge(state, others);
  return state;
}

/** An anchor and where it stands. */
interface Placed {
  readonly anchor: Anchor;
  readonly at: number;
}

function placesOf(text: string, anchor: Anchor): readonly Placed[] {
  const found: Placed[] = [];
  for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1)) found.push({ anchor, at });
  return found;
}

/** Puts anchors among those that were found, in the order of their places. */
function merge(state: Sweeping, others: readonly Placed[]): void {
  const found = state.anchors.map((anchor, index) => ({ anchor, at: state.places[index] ?? 0 }));
  const all = [...found, ...others].toSorted((a, b) => a.at - b.at || a.anchor.rank - b.anchor.rank);
  state.anchors = all.map(({ anchor }) => anchor);
  state.places = all.map(({ at }) => at);
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
    bytes.copyWithin(0, done, length);
    length -= done;
    isRestAscii = state.isAscii || bytes.subarray(bytesBefore, length).every((byte) => byte < 128);
  }
}

function sweepGroups(state: Sweeping, bytes: DataView, end: number): void {
  const { tables } = state;
  for (let from = bytesBefore; from < end; from += group) {
    from = nextGroup(tables, bytes, from, end, state);
    if (from < end) lookAtGroup(state, bytes, from);
  }
}

/** Looks closer at a group in which there is more than in others. */
function lookAtGroup(state: Sweeping, bytes: DataView, at: number): void {
  const { marks } = state.tables;
  let all = 0;
  const before = marks.getInt32(bytes.getUint16(at - 2, true) << 2, true);
  let last = before;
  for (let place = at; place < at + group; place += 2) {
    const two = marks.getInt32(bytes.getUint16(place, true) << 2, true);
    const inSets = last & (two >> toSecond) & anySet;
    if (inSets !== 0) lookAtSets(state, bytes, place - 2, inSets);
    if ((two & sign) !== 0) lookAtSigns(state, bytes, place);
    all |= two;
    last = two;
  }
  if ((all & noNumber) === 0) {
    // What goes on neither before the group nor behind it is too short.
    const behind = marks.getInt32(bytes.getUint16(at + group, true) << 2, true);
    if ((before & behind & noNumber) === 0) lookForNumbers(state, bytes, at);
  }
  lookForRun(state, bytes, at, all & noRun);
}

/** Two groups with nothing but base64 begin a run, and one with anything else ends it. */
function lookForRun(state: Sweeping, bytes: DataView, at: number, marksOfRun: number): void {
  const isRun = marksOfRun === 0;
  if (isRun && !state.isInRun && isRunBefore(state.tables.marks, bytes, at)) beginRun(state, bytes, at);
  else if (!isRun && state.isInRun) endRun(state, bytes, at);
  state.marksBefore = marksOfRun;
}

function isRunBefore(marks: DataView, bytes: DataView, at: number): boolean {
  let all = 0;
  for (let place = at - group; place < at; place += 2) all |= marks.getInt32(bytes.getUint16(place, true) << 2, true);
  return (all & noRun) === 0;
}

/** A run begins in the group before the first that holds nothing else. */
function beginRun(state: Sweeping, bytes: DataView, at: number): void {
  let from = at - group;
  while (isOfRun(bytes, from - 1)) from--;
  state.isInRun = true;
  state.runFrom = from;
  state.runPlace = placeOf(state, bytes, at) - (at - from);
  state.isAfterPoint = bytes.getUint8(from - 1) === 46;
}

/** A run ends in the first group that holds something else; it is told if it is long enough. */
function endRun(state: Sweeping, bytes: DataView, at: number): void {
  let to = at;
  while (isOfRun(bytes, to)) to++;
  state.isInRun = false;
  const length = to - state.runFrom;
  if (length < leastRun) return;
  state.runs.push(state.runPlace, state.runPlace + length);
  state.longestRun = Math.max(state.longestRun, length);
  if (state.isAfterPoint) state.longestAfterPoint = Math.max(state.longestAfterPoint, length);
}

const bytesOfRun = new DataView(new ArrayBuffer(256));
for (let code = 0; code < 128; code++) if (isBase64Character(code)) bytesOfRun.setUint8(code, 1);

function isOfRun(bytes: DataView, at: number): boolean {
  return bytesOfRun.getUint8(bytes.getUint8(at)) !== 0;
}

/** Looks for anchors and for line ends, by the sets in which two times two bytes stand together. */
function lookAtSets(state: Sweeping, bytes: DataView, at: number, inSets: number): void {
  if ((inSets & marked.cut) !== 0) lookAtLineEnd(state, bytes, at + 2);
  if ((inSets & marked.cutBetween) !== 0) lookAtLineEnd(state, bytes, at + 3);
  if ((inSets & marked.anchor) === 0) return;
  const four = bytes.getInt32(at, true);
  if (isMuted(state.tables, bytes, at, four)) return;
  const whole = candidatesAt(state.tables, four);
  if (whole) lookFor(whole, state, bytes, at, four);
  const first = shortCandidatesAt(state.tables, four & 0xffffff);
  if (first) lookFor(first, state, bytes, at, four);
  const last = shortCandidatesAt(state.tables, four >>> 8);
  if (last) lookFor(last, state, bytes, at, four);
}

function lookFor(candidates: readonly Candidate[], state: Sweeping, bytes: DataView, at: number, four: number): void {
  for (const candidate of candidates) {
    if (!isFour(candidate, four) || !mayEndThere(candidate, bytes, at)) continue;
    // Before a short anchor may stand a part of a longer character.
    const place = placeOf(state, bytes, at - Math.min(candidate.offset, 0));
    tellAnchor(state, candidate, place - candidate.charactersBefore);
  }
}

/** Whether the last bytes of an anchor stand where it would end, and nothing behind it that takes its meaning away. */
function mayEndThere(candidate: Candidate, bytes: DataView, at: number): boolean {
  const { offset, length, notBefore, lastFour, lastFold, lastMask } = candidate;
  if (length > bytesAfter - group) return true;
  const end = at - offset + length;
  if (((bytes.getInt32(end - 4, true) | lastFold) & lastMask) !== lastFour) return false;
  return notBefore === 0 || bytes.getUint8(end) !== notBefore;
}

/** Tells of an anchor, if it stands there as a whole. */
function tellAnchor(state: Sweeping, candidate: Candidate, place: number): void {
  const { text, ignoresCase, stands } = candidate;
  if (place < 0) return;
  if (stands.kind === 'literal' && state.literals.has(text)) return;
  if (ignoresCase ? !standsInAnyCase(state.text, text, place) : !state.text.startsWith(text, place)) return;
  if (stands.kind === 'literal') state.literals.add(text);
  else insert(state, candidate, place);
}

/** Anchors are found by what is rare in them, so one that begins earlier may come later. */
function insert({ anchors, places }: Sweeping, anchor: Anchor, at: number): void {
  let index = places.length;
  while (index > 0 && isAfter(places[index - 1] ?? 0, anchors[index - 1], at, anchor)) index--;
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
