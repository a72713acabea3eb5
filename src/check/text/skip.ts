/** Steps over JSON that is known to be valid, by offsets; the text between tokens is never copied. */

/** The offset of the next character that is no white space. */
export function skipSpace(text: string, at: number): number {
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9;)
    code = text.charCodeAt(++at);
  return at;
}

/** The offset behind the string that begins at `at`. */
export function skipString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** The offset behind the value that begins at `at`. */
export function skipValue(text: string, at: number): number {
  let depth = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 34) at = skipString(text, at);
    else if (code === 123 || code === 91) {
      depth++;
      at++;
    } else if (code === 125 || code === 93) {
      depth--;
      at++;
    } else if (Number.isNaN(code)) return text.length;
    else if (depth === 0) return skipWord(text, at);
    else at++;
    if (depth === 0) return at;
  }
}

/** The offset behind a number or a literal. */
export function skipWord(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    // Comma, brackets, white space or the end.
    if (Number.isNaN(code) || code === 44 || code === 125 || code === 93 || code <= 32) return at;
    at++;
  }
}
