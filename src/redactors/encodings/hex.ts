import { isHexDigit } from '../characters.ts';

/** The least that a run of hexadecimal digits is: sixteen bytes. */
export const leastHex = 32;

/** Whether a run, or a part of it, is made of pairs of hexadecimal digits. */
export function isHex(text: string, start = 0, end = text.length): boolean {
  if (end - start < leastHex || (end - start) % 2 !== 0 || !isHexDigit(text.charCodeAt(start))) return false;
  const digits = text.slice(start, end);
  return /^[\da-f]+$/.test(digits) || /^[\dA-F]+$/.test(digits);
}

/** The bytes, each as one character. */
export function textOfHex(digits: string): string {
  let text = '';
  for (let at = 0; at < digits.length; at += 2)
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return text;
}
