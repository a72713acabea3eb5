import { skipString, skipWord } from './skip.ts';

/** What parsing loses, with the offset at which it stands. */
export type Loss =
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly at: number }
  | { readonly kind: 'large-number'; readonly digits: string; readonly at: number };

const mostLosses = 20;
/** 2^53 has 16 digits. */
const unsafeDigits = 16;

/**
 * Finds in valid JSON what parsing it loses: keys that stand twice in one object, and whole numbers that a double
 * cannot hold. One pass; strings are stepped over by searching for their end.
 */
export function lossesIn(text: string): readonly Loss[] {
  const losses: Loss[] = [];
  const open: (Set<string> | undefined)[] = [];
  let keys: Set<string> | undefined;
  let expectsKey = false;
  for (let at = 0; at < text.length && losses.length < mostLosses;) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = skipString(text, at);
      if (expectsKey && keys) {
        const key = text.slice(at + 1, end - 1);
        if (keys.has(key)) losses.push({ kind: 'duplicate-key', key, at });
        keys.add(key);
        expectsKey = false;
      }
      at = end;
    } else if (code === 123) {
      open.push(keys);
      keys = new Set();
      expectsKey = true;
      at++;
    } else if (code === 91) {
      open.push(keys);
      keys = undefined;
      expectsKey = false;
      at++;
    } else if (code === 125 || code === 93) {
      keys = open.pop();
      expectsKey = false;
      at++;
    } else if (code === 44) {
      expectsKey = keys !== undefined;
      at++;
    } else if (code === 45 || (code >= 48 && code <= 57)) {
      const end = skipWord(text, at);
      if (end - at >= unsafeDigits && isUnsafe(text.slice(at, end)))
        losses.push({ kind: 'large-number', digits: text.slice(at, end), at });
      at = end;
    } else at++;
  }
  return losses;
}

function isUnsafe(digits: string): boolean {
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits));
}
