/** A source of numbers that gives the same ones for the same seed. */
export interface Draw {
  /** From 0 up to 1, without 1. */
  readonly fraction: () => number;
  /** From 0 up to `below`, without it. */
  readonly index: (below: number) => number;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
  /** Letters and digits as the API's ids have them. */
  readonly token: (length: number) => string;
}

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Makes a source for one purpose; sources of different purposes do not depend on each other. */
export function drawFor(seed: number, ...purpose: readonly (string | number)[]): Draw {
  let state = hash(`${seed}/${purpose.join('/')}`);
  const fraction = (): number => {
    // Mulberry32: one addition and three multiplications a number, with no bias that a test would notice.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const index = (below: number): number => Math.floor(fraction() * below);
  return {
    fraction,
    index,
    pick: (values) => values[index(values.length)] ?? values[0],
    token(length) {
      let text = '';
      for (let at = 0; at < length; at++) text += letters.charAt(index(letters.length));
      return text;
    },
  };
}

/** FNV-1a over the UTF-16 units of a text. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A request id in the form that the API has used since 2025. */
export function requestId(draw: Draw): string {
  return `req_011C${draw.token(20)}`;
}

/** A UUID that is the same for the same seed. */
export function uuid(seed: number): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${seed}/uuid/${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
