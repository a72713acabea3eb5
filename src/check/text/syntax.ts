/** Where and why a text is not JSON, in the words of the API's parser. */
export interface SyntaxFault {
  readonly reason: string;
  /** Offset in UTF-16 code units. */
  readonly offset: number;
}

const quote = 34;
const backslash = 92;
const deepest = 1024 * 1024;

/**
 * Finds the first place at which a text stops being JSON; `undefined` when it is JSON. The reasons are those of the
 * parser behind the API's `The request body is not valid JSON` messages. Takes one pass and no recursion.
 */
export function syntaxFault(text: string): SyntaxFault | undefined {
  const reader: Reader = { text, at: 0, fault: undefined };
  skipSpace(reader);
  if (reader.at >= text.length) return { reason: 'input data is empty', offset: 0 };
  readDocument(reader);
  if (reader.fault) return reader.fault;
  skipSpace(reader);
  return reader.at < text.length ? { reason: 'unexpected content after document', offset: reader.at } : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  fault: SyntaxFault | undefined;
}

function fail(reader: Reader, reason: string, offset = reader.at): boolean {
  reader.fault ??= { reason: offset >= reader.text.length ? 'unexpected end of data' : reason, offset };
  return false;
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (let code = text.charCodeAt(reader.at); code === 32 || code === 10 || code === 13 || code === 9;) {
    code = text.charCodeAt(++reader.at);
  }
}

/** Walks values with a stack of the brackets that are open. */
function readDocument(reader: Reader): void {
  const { text } = reader;
  const open: ('{' | '[')[] = [];
  for (;;) {
    skipSpace(reader);
    const char = text[reader.at];
    if (char === '{' || char === '[') {
      reader.at++;
      open.push(char);
      if (open.length > deepest) return void fail(reader, 'nesting is too deep');
      skipSpace(reader);
      if (text[reader.at] === closing(char)) {
        reader.at++;
        open.pop();
      } else if (char === '{') {
        if (!readKey(reader)) return;
        continue;
      } else continue;
    } else if (!readScalar(reader, char)) return;
    // A value has ended: close what it closes, or go to the next member.
    for (;;) {
      const inside = open.at(-1);
      if (inside === undefined) return;
      skipSpace(reader);
      const next = text[reader.at];
      if (next === ',') {
        reader.at++;
        skipSpace(reader);
        if (text[reader.at] === closing(inside))
          return void fail(reader, 'trailing comma is not allowed', reader.at - 1);
        if (inside === '{' && !readKey(reader)) return;
        break;
      }
      if (next !== closing(inside)) return void fail(reader, 'unexpected character');
      reader.at++;
      open.pop();
    }
  }
}

function closing(bracket: '{' | '['): string {
  return bracket === '{' ? '}' : ']';
}

function readKey(reader: Reader): boolean {
  if (reader.text[reader.at] !== '"') return fail(reader, 'unexpected character');
  if (!readString(reader)) return false;
  skipSpace(reader);
  if (reader.text[reader.at] !== ':') return fail(reader, 'unexpected character');
  reader.at++;
  return true;
}

function readScalar(reader: Reader, char: string | undefined): boolean {
  if (char === '"') return readString(reader);
  if (char !== undefined && (char === '-' || (char >= '0' && char <= '9'))) return readNumber(reader);
  for (const word of ['true', 'false', 'null']) {
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length;
      return true;
    }
  }
  const literal = /^[tfn]/.test(char ?? '') ? 'invalid literal' : 'unexpected character';
  return fail(reader, literal);
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readNumber(reader: Reader): boolean {
  number.lastIndex = reader.at;
  const found = number.exec(reader.text);
  if (!found) return fail(reader, 'no digit after minus sign', reader.at + 1);
  const end = reader.at + found[0].length;
  const next = reader.text[end];
  if (next !== undefined && /[\d.eE+-]/.test(next)) {
    const reason = /\d/.test(next)
      ? 'number with leading zero is not allowed'
      : next === '.'
        ? 'no digit after decimal point'
        : 'no digit after exponent sign';
    return fail(reader, reason, next === '.' || /[eE]/.test(next) ? end + 1 : reader.at);
  }
  reader.at = end;
  return true;
}

function readString(reader: Reader): boolean {
  const { text } = reader;
  for (let at = reader.at + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      reader.at = at + 1;
      return true;
    }
    if (Number.isNaN(code)) return fail(reader, 'unexpected end of data', text.length);
    if (code < 32) return fail(reader, 'unexpected control character in string', at);
    if (code >= 0xd800 && code <= 0xdfff) {
      if (code > 0xdbff || !isLow(text.charCodeAt(at + 1))) return fail(reader, 'invalid UTF-8 encoding in string', at);
      at++;
    } else if (code === backslash) {
      const end = readEscape(reader, at);
      if (end === undefined) return false;
      at = end;
    }
  }
}

/** The offset of the last character of an escape sequence. */
function readEscape(reader: Reader, at: number): number | undefined {
  const { text } = reader;
  const letter = text[at + 1];
  if (letter !== 'u') {
    if (letter !== undefined && '"\\/bfnrt'.includes(letter)) return at + 1;
    fail(reader, 'invalid escaped character in string', at + 1);
    return undefined;
  }
  const unit = hexUnit(text, at + 2);
  if (unit === undefined) {
    fail(reader, 'invalid escaped unicode sequence in string', at);
    return undefined;
  }
  if (unit < 0xd800 || unit > 0xdfff) return at + 5;
  if (unit > 0xdbff) {
    fail(reader, 'invalid high surrogate in string', at);
    return undefined;
  }
  const low = text[at + 6] === '\\' && text[at + 7] === 'u' ? hexUnit(text, at + 8) : undefined;
  if (low === undefined) {
    fail(reader, 'no low surrogate in string', at + 6);
    return undefined;
  }
  if (!isLow(low)) {
    fail(reader, 'invalid low surrogate in string', at + 6);
    return undefined;
  }
  return at + 11;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function hexUnit(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
