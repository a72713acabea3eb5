/** A string literal that was read: what it spells, and where it ends. */
export interface StringRead {
  readonly value: string;
  readonly end: number;
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  '0': '\0',
  '\n': '',
};

/**
 * Reads a string of JavaScript, Python or JSON5 whose opening quote stands at `at`; three quotes open one of Python.
 * `undefined` when it is not closed. Takes what stands between escapes in whole pieces.
 */
export function readString(text: string, at: number, isRaw = false): StringRead | undefined {
  const quote = text[at] ?? '';
  const triple = quote.repeat(3);
  const closing = quote !== '`' && text.startsWith(triple, at) ? triple : quote;
  const pieces: string[] = [];
  let from = at + closing.length;
  for (let close = text.indexOf(closing, from); close >= 0;) {
    // Only up to the quote: a search through the whole text for each string would take squared time.
    const stretch = text.slice(from, close);
    const base = from;
    for (let escape = stretch.indexOf('\\'); escape >= 0; escape = stretch.indexOf('\\', from - base)) {
      pieces.push(stretch.slice(from - base, escape));
      const read = isRaw
        ? { value: text.slice(base + escape, base + escape + 2), end: base + escape + 2 }
        : readEscape(text, base + escape);
      pieces.push(read.value);
      from = read.end;
    }
    if (from <= close) {
      pieces.push(text.slice(from, close));
      return { value: pieces.join(''), end: close + closing.length };
    }
    // The quote that was found is an escaped one.
    close = text.indexOf(closing, from);
  }
  return undefined;
}

function readEscape(text: string, at: number): StringRead {
  const letter = text[at + 1] ?? '';
  const hex = hexEscape(text, at, letter);
  if (hex) return hex;
  if (letter === '\r') return { value: '', end: at + (text[at + 2] === '\n' ? 3 : 2) };
  return { value: simple[letter] ?? letter, end: at + 2 };
}

/** `\xHH`, `\uHHHH`, `\UHHHHHHHH` and `\u{H}`. */
function hexEscape(text: string, at: number, letter: string): StringRead | undefined {
  if (letter === 'u' && text[at + 2] === '{') {
    const close = text.slice(at + 3, at + 12).indexOf('}');
    return close < 1 ? undefined : fromHex(text.slice(at + 3, at + 3 + close), at + 4 + close);
  }
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  return digits === 0 ? undefined : fromHex(text.slice(at + 2, at + 2 + digits), at + 2 + digits, digits);
}

function fromHex(hex: string, end: number, digits = hex.length): StringRead | undefined {
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff ? undefined : { value: String.fromCodePoint(code), end };
}
