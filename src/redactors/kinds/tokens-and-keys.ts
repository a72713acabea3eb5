import { canBegin, endOfRun, isOpaqueCharacter, isTokenCharacter } from '../characters.ts';
import { definePatternRedactor, defineRedactor } from '../redactor.ts';
import { isPlaceholder } from '../values.ts';
import { nextLine } from '../token.ts';

const longestPart = 16_000;
const longestPrivateKey = 20_000;

/** Credentials whose form is a standard: JSON Web Tokens, private keys, bearer tokens. */
export const standardForms = [
  defineRedactor({
    kind: 'JWT',
    anchors: ['eyJ'],
    find(text, at) {
      if (!canBegin(text, at) || text[at - 1] === '-' || text[at - 1] === '_') return undefined;
      const header = part(text, at);
      if (header - at < 13 || text[header] !== '.') return undefined;
      const second = part(text, header + 1);
      if (second - header < 5) return undefined;
      let end = second;
      // A signature follows, or the four other parts of an encrypted token.
      for (let more = 0; more < 3 && text[end] === '.'; more++) end = part(text, end + 1);
      return { start: at, end };
    },
  }),
  defineRedactor({
    kind: 'private key',
    anchors: ['-----BEGIN '],
    find(text, at, anchor) {
      const title = text.slice(at + anchor.length, at + anchor.length + 50);
      const titleEnd = /^[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/.exec(title)?.[0].length;
      if (titleEnd === undefined) return undefined;
      const body = at + anchor.length + titleEnd;
      const limit = Math.min(text.length, body + longestPrivateKey);
      const dashes = text.slice(body, limit).indexOf('-----');
      if (dashes < 0) return { start: at, end: limit };
      const close = /^-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/.exec(
        text.slice(body + dashes, body + dashes + 70),
      );
      return { start: at, end: body + dashes + (close?.[0].length ?? 0) };
    },
  }),
  defineRedactor({
    kind: 'bearer token',
    anchors: ['Bearer ', 'bearer ', 'BEARER '],
    find(text, at, anchor) {
      const start = at + anchor.length;
      const end = endOfRun(text, start, isOpaqueCharacter, longestPart);
      const value = text.slice(start, end);
      return value.length >= 16 && /\d/.test(value) && !isPlaceholder(value) ? { start, end } : undefined;
    },
  }),
];

/** The private parts of keys that are written with other lines or members around them. */
export const privateParts = [
  // The name behind which the quote may be escaped.
  ...['kty"', 'kty\\'].map((literal) =>
    definePatternRedactor({
      kind: 'private key',
      literal,
      pattern: () => /\\*"(?:d|p|q|dp|dq|qi|k)\\*"\s{0,4}:\s{0,4}\\*"(?<secret>[\w-]{22,1400})(?=\\*")/g,
    }),
  ),
  definePatternRedactor({
    kind: 'private key',
    literal: 'Private-Lines',
    pattern: () =>
      /Private-Lines: \d{1,4}(?:\\{0,15}\s{1,4}|\\{1,15}n){1,2}(?<secret>(?:[A-Za-z0-9+/=]{1,100}(?:\\{0,15}\s{1,4}|\\{1,15}n)){0,100}[A-Za-z0-9+/=]{8,100})/g,
  }),
];

/** Where a part of a dotted token ends, over the line ends that a terminal put into it. */
function part(text: string, from: number): number {
  let end = endOfRun(text, from, isTokenCharacter, longestPart);
  for (let line = 0; line < 40; line++) {
    const next = nextLine(text, end);
    if (next === undefined) break;
    const more = endOfRun(text, next.at, isTokenCharacter, longestPart);
    if (more - next.at < 24 && text[more] !== '.') break;
    if (more - next.at < 8) break;
    end = more;
  }
  return end;
}
