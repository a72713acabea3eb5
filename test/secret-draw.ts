import type { Draw } from '../src/redactors/kinds/kind-examples.ts';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();

/** A source of drawn characters; equal seeds draw equal ones. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const of =
    (alphabet: string) =>
    (length: number): string => {
      let text = '';
      while (text.length < length) text += alphabet.charAt(next(alphabet.length));
      return text;
    };
  return {
    // A digit, a capital and a small letter are in each, as in almost every real one.
    word: (length) => `a7Q${of(lower + upper + digits)(length - 3)}`.slice(0, length),
    token: (length) => `b3K${of(`${lower}${upper}${digits}-_`)(length - 4)}x`,
    upper: of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
    hex: of('0123456789abcdef'),
    digits: of(digits),
    base64: (length) => `c9R${of(`${lower}${upper}${digits}+/`)(length - 3)}`,
  };
}
