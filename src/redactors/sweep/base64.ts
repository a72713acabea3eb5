import { bytesOfBase64 } from '../base64-bytes.ts';
import { chunkCharacters, sharedBytes } from './bytes.ts';
import { foursFactor, foursShift, type Search } from './tables.ts';

/** An anchor in base64: a group of four digits says three of its bytes, behind so many others of it. */
interface Said {
  readonly anchor: string;
  readonly bytesBefore: number;
}

/** The groups of four digits of which an anchor has one wherever it stands, and a bit for the hash of each. */
export interface Quads {
  readonly bits: DataView;
  readonly said: ReadonlyMap<number, readonly Said[]>;
}

/**
 * Whether an anchor stands in what base64 says, in either alphabet. Pictures are let go by this several times sooner than
 * they are made a text.
 */
export function mayHoldAnchor(search: Search, digits: string): boolean {
  const { bits, said } = (search.quads ??= quadsOf(search));
  const { encoder, bytes, view } = sharedBytes();
  for (let start = 0; start < digits.length; start += chunkCharacters) {
    const { written } = encoder.encodeInto(digits.slice(start, start + chunkCharacters), bytes);
    const end = written & -4;
    for (let at = nextQuad(bits, view, 0, end); at < end; at = nextQuad(bits, view, at + 4, end)) {
      const known = said.get(view.getInt32(at, true));
      if (known?.some((one) => isSaidAt(one, digits, start + at))) return true;
    }
  }
  return false;
}

/** The next group of four digits that an anchor may have; nothing is called in this loop, as in `nextGroup`. */
function nextQuad(bits: DataView, bytes: DataView, from: number, end: number): number {
  for (let at = from; at < end; at += 4) {
    const hash = Math.imul(bytes.getInt32(at, true), foursFactor) >>> foursShift;
    if (((bits.getUint8(hash >>> 3) >> (hash & 7)) & 1) !== 0) return at;
  }
  return end;
}

/** Whether an anchor is said around a group of four digits. */
function isSaidAt({ anchor, bytesBefore }: Said, digits: string, at: number): boolean {
  const isCut = bytesBefore > 0;
  const start = isCut ? at - 4 : at;
  if (start < 0) return false;
  const bytes = bytesOfBase64(digits.slice(start, start + 4 * Math.ceil(anchor.length / 3) + 8));
  return bytes?.startsWith(anchor, isCut ? 3 - bytesBefore : 0) === true;
}

/** An anchor may begin with the first, the second or the third byte of a group; the next group of digits has three of it. */
function quadsOf({ anchors }: Search): Quads {
  const bits = new DataView(new ArrayBuffer(1 << (32 - foursShift - 3)));
  const said = new Map<number, Said[]>();
  anchors((anchor) => {
    for (const bytesBefore of [0, 1, 2]) {
      const standard = btoa(anchor.slice(bytesBefore, bytesBefore + 3));
      const forUrls = standard.replaceAll('+', '-').replaceAll('/', '_');
      for (const quad of new Set([standard, forUrls])) {
        const number = numberOf(quad);
        const hash = Math.imul(number, foursFactor) >>> foursShift;
        bits.setUint8(hash >>> 3, bits.getUint8(hash >>> 3) | (1 << (hash & 7)));
        const others = said.get(number);
        if (others) others.push({ anchor, bytesBefore });
        else said.set(number, [{ anchor, bytesBefore }]);
      }
    }
  });
  return { bits, said };
}

/** Four characters as the sweep reads their bytes at once. */
function numberOf(quad: string): number {
  let number = 0;
  for (let at = 0; at < 4; at++) number |= quad.charCodeAt(at) << (8 * at);
  return number;
}
