import { gzipSync } from 'node:zlib';
import { drawFrom } from './secret-draw.ts';
import { kindExamples } from '../src/redactors/kinds/examples.ts';

/** A secret planted for a test: alone, or with what it needs around it to be seen as one. */
export interface Canary {
  readonly kind: string;
  readonly secret: string;
  readonly planted: string;
}

/** One secret of each form and place, drawn from a seed; those that are seen in every encoding. */
export function canariesFrom(seed: number): readonly Canary[] {
  const everywhere = kindExamples.filter(({ onlyInText }) => onlyInText !== true);
  return everywhere.flatMap(({ kind, secrets, around }) =>
    secrets(drawFrom(seed)).flatMap((secret) =>
      (around ?? ['SECRET']).map((text) => ({
        kind,
        secret,
        planted: text.replace(/(?<![A-Z_])SECRET(?![A-Z_])/, () => secret),
      })),
    ),
  );
}

const everyCharacter = (text: string, written: (code: number) => string): string =>
  text
    .split('')
    .map((character) => written(character.charCodeAt(0)))
    .join('');
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Ways in which a text is hidden inside another. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'JSON text': (text) => JSON.stringify({ text }),
  'JSON text, on a line of its own': (text) => JSON.stringify({ text: `one\n${text}\nthree` }),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ text })),
  'JSON in JSON in JSON': (text) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(text) }) }),
  'escaped characters': (text) => `"${everyCharacter(text, (code) => `\\u${hex(code, 4)}`)}"`,
  'characters escaped twice': (text) => `"${everyCharacter(text, (code) => `\\\\u${hex(code, 4)}`)}"`,
  'escaped bytes': (text) => `b'${everyCharacter(text, (code) => `\\x${hex(code, 2)}`)}'`,
  percent: (text) => `https://example.com/?q=${encodeURIComponent(text)}`,
  'percent, every character': (text) => `q=${everyCharacter(text, (code) => `%${hex(code, 2)}`)}`,
  'percent twice': (text) => `q=${encodeURIComponent(encodeURIComponent(`!${text}`))}`,
  base64: (text) => `data: ${Buffer.from(`the value is ${text}`).toString('base64')}`,
  base64url: (text) => Buffer.from(`{"value":"x","more":${JSON.stringify(text)}}`).toString('base64url'),
  'base64 in lines': (text) =>
    Buffer.from(`the value is ${text} and ends here`)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n'),
  'base64 after a word': (text) => `file_${Buffer.from(`the value is ${text} here`).toString('base64')}`,
  'base64 twice': (text) => Buffer.from(Buffer.from(`value ${text} here`).toString('base64')).toString('base64'),
  hexadecimal: (text) => `0x ${Buffer.from(`value: ${text}`).toString('hex')}`,
  'gzip in base64': (text) => gzipSync(`{"value":${JSON.stringify(text)}}`).toString('base64'),
  'UTF-16': (text) => `value ${text}`.split('').join('\0') + '\0',
  'UTF-16 in JSON': (text) => JSON.stringify({ text: `value ${text}`.split('').join('\0') }),
  'UTF-16 in base64': (text) => Buffer.from(`the value is ${text}`, 'utf16le').toString('base64'),
  'a buffer': (text) =>
    `<Buffer ${Buffer.from(text)
      .toString('hex')
      .replaceAll(/(..)(?=.)/g, '$1 ')}>`,
  'text deltas': (text) => deltas(text, 'text_delta', 'text', 5),
  'text deltas of one character': (text) => deltas(text, 'text_delta', 'text', 1),
  'tool input deltas': (text) => deltas(JSON.stringify({ value: text }), 'input_json_delta', 'partial_json', 7),
};

/** A text as the API streams it. */
function deltas(text: string, type: string, field: string, width: number): string {
  const pieces = text.match(new RegExp(`[^]{1,${width}}`, 'g')) ?? [];
  return pieces
    .map(
      (piece) =>
        `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', index: 0, delta: { type, [field]: piece } })}\n`,
    )
    .join('\n');
}

/** An output, and what anybody can decode from it. */
export function readingsOf(written: string): string {
  const pairs = (pattern: RegExp): string =>
    written.replaceAll(pattern, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
  return [
    written,
    written.replaceAll(/\s+/g, ''),
    pairs(/%([\da-f]{2})/gi),
    pairs(/\\+(?:u00|x)([\da-f]{2})/gi),
    [...written.matchAll(/[\w+/-]{20,}/g)]
      .map(([run]) => Buffer.from(run, 'base64').toString('latin1'))
      .join(' ')
      .replaceAll('\0', ''),
    [...written.matchAll(/[\da-f]{20,}/g)]
      .map(([run]) => Buffer.from(run, 'hex').toString('latin1'))
      .join(' ')
      .replaceAll('\0', ''),
    written.replaceAll('\0', ''),
  ].join('\n');
}
