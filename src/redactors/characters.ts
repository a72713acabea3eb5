/** Says of a character code whether it belongs to a class. */
export type CharacterClass = (code: number) => boolean;

/** `0-9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `A-Z`, `a-z`, `0-9`. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
}

/** Letters, digits, `_` and `-`: what most tokens and base64url are made of. */
export function isTokenCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 95;
}

/** What base64 is made of, in both alphabets, without padding. */
export function isBase64Character(code: number): boolean {
  // The most frequent first: this is asked of many characters.
  return (
    (code >= 97 && code <= 122) ||
    (code >= 47 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 45 ||
    code === 43
  );
}

/** Base64 with padding and dots: tokens that join several parts. */
export function isOpaqueCharacter(code: number): boolean {
  return isBase64Character(code) || code === 46 || code === 61 || code === 126;
}

/** `0-9`, `a-f`, `A-F`. */
export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** Where a run of a class ends, looking at no more than `most` characters. */
export function endOfRun(text: string, from: number, isOf: CharacterClass, most: number): number {
  const limit = Math.min(text.length, from + most);
  let at = from;
  while (at < limit && isOf(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Whether a token can begin at a place: no letter or digit stands before it, unless that one ends an escape (`\n`,
 * `\u003d`, `%3D`) or a color sequence of a terminal.
 */
export function canBegin(text: string, at: number): boolean {
  if (at === 0 || !isAlphanumeric(text.charCodeAt(at - 1))) return true;
  return endOfEscape.test(text.slice(Math.max(0, at - 12), at));
}

const endOfEscape = /(?:\\[nrtbf]|\\x[\da-f]{2}|\\u[\da-f]{4}|%[\da-f]{2}|\[[\d;]{0,8}m)$/i;
