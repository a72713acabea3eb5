/**
 * An index of what the signs of all causes say, by one piece of each: to search a text for thousands of fragments one by
 * one would take longer than all else that a verdict needs.
 */

/** How many characters a piece has: the hash of as many fits 30 bits, each five further to the left than the next. */
const pieceLength = 6;
const shift = 5;
const hashMask = 0x3fff_ffff;
/** A slot has a cause in two characters and a part of the hash in one, six bits in each, from `0` on. */
const slotLength = 3;
const firstCode = 48;
const empty = ' ';
const bits = 6;
const mask = 63;
const mixer = 0x9e37_79b1;

/** A cause with the fragments that each of its signs says; a sign is held against a text that has all of them. */
export interface IndexedCause {
  readonly index: number;
  readonly signs: readonly (readonly string[])[];
}

/** The index as text, and the causes of which a sign says nothing that is long enough for it. */
export interface SignIndex {
  readonly slots: string;
  readonly tooShort: readonly number[];
}

/** Builds the index: of each sign the piece that the fewest causes have. */
export function indexSigns(causes: readonly IndexedCause[]): SignIndex {
  const frequency = new Map<string, number>();
  for (const { signs } of causes) {
    for (const piece of new Set(signs.flatMap((says) => says.flatMap(pieces))))
      frequency.set(piece, (frequency.get(piece) ?? 0) + 1);
  }
  const rarest = (says: readonly string[]): string | undefined =>
    says.flatMap(pieces).toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))[0];
  const chosen = causes.map(({ index, signs }) => ({ index, pieces: [...new Set(signs.map(rarest))] }));
  const count = chosen.reduce((sum, one) => sum + one.pieces.length, 0);
  const slots = Array.from({ length: 2 ** Math.ceil(Math.log2(count * 3 + 1)) }, () => empty.repeat(slotLength));
  for (const { index, pieces: own } of chosen) {
    for (const piece of own) if (piece !== undefined) put(slots, piece, index);
  }
  return {
    slots: slots.join(''),
    tooShort: chosen.flatMap((one) => (one.pieces.includes(undefined) ? [one.index] : [])),
  };
}

function pieces(fragment: string): readonly string[] {
  return Array.from({ length: Math.max(0, fragment.length - pieceLength + 1) }, (_, at) =>
    fragment.slice(at, at + pieceLength),
  );
}

function put(slots: string[], piece: string, cause: number): void {
  let hash = 0;
  for (let at = 0; at < piece.length; at++) hash = (hash << shift) ^ piece.charCodeAt(at);
  const mixed = Math.imul(hash & hashMask, mixer);
  let slot = (mixed >>> 16) & (slots.length - 1);
  while (slots[slot]?.startsWith(empty) === false) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = [cause, cause >> bits, mixed >>> 8]
    .map((value) => String.fromCharCode(firstCode + (value & mask)))
    .join('');
}

/** The causes with a piece in the text, in no order. That a piece is there says only that its signs are worth a look. */
export function causesWithPieceIn(text: string, slots: string): ReadonlySet<number> {
  const found = new Set<number>();
  const last = slots.length / slotLength - 1;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = ((hash << shift) ^ text.charCodeAt(at)) & hashMask;
    const mixed = Math.imul(hash, mixer);
    for (let slot = (mixed >>> 16) & last; ; slot = (slot + 1) & last) {
      const low = slots.charCodeAt(slot * slotLength) - firstCode;
      if (low < 0) break;
      if (slots.charCodeAt(slot * slotLength + 2) - firstCode === ((mixed >>> 8) & mask))
        found.add(low | ((slots.charCodeAt(slot * slotLength + 1) - firstCode) << bits));
    }
  }
  return found;
}
