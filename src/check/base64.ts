/** Bytes behind a base64 text, decoded only where they are looked at. */
export interface Base64Bytes {
  /** How many bytes the text holds. */
  readonly length: number;
  /** The byte at an offset; `-1` past the end and where the text is not base64. */
  readonly at: (offset: number) => number;
  /** Up to `length` bytes from `offset` as Latin-1 text, one character per byte. */
  readonly text: (offset: number, length: number) => string;
}

/** What is wrong with a text that should be base64. */
export type Base64Fault =
  | { readonly kind: 'empty' }
  /** It is a `data:` URL, whose prefix belongs into `media_type`. */
  | { readonly kind: 'data-url'; readonly mediaType: string; readonly prefixLength: number }
  | { readonly kind: 'character'; readonly character: string; readonly offset: number }
  /** One character remains after the last group of four, which no bytes encode to. */
  | { readonly kind: 'length' };

/** So many characters at either end are looked at; a text that is no base64 shows it there. */
const probedCharacters = 96;
const notBase64 = 255;

/** Finds what makes a text unfit to be base64, looking at its ends only. */
export function base64Fault(text: string): Base64Fault | undefined {
  if (text.length === 0) return { kind: 'empty' };
  const dataUrl = dataUrlPrefix(text);
  if (dataUrl) return dataUrl;
  const headEnd = Math.min(text.length, probedCharacters);
  const fault =
    characterFault(text, 0, headEnd) ??
    characterFault(text, Math.max(headEnd, text.length - probedCharacters), text.length);
  if (fault) return fault;
  return hasWhiteSpace(text) || unpaddedLength(text) % 4 !== 1 ? undefined : { kind: 'length' };
}

/** Opens a base64 text (standard or URL-safe alphabet) for reading single bytes. */
export function openBase64(text: string): Base64Bytes {
  const packed = hasWhiteSpace(text) ? text.replace(/\s+/g, '') : text;
  const characters = unpaddedLength(packed);
  const length = Math.floor((characters * 3) / 4);
  const at = (offset: number): number => {
    if (offset < 0 || offset >= length) return -1;
    const index = Math.floor(offset / 3) * 4 + (offset % 3);
    const high = sextet(packed.charCodeAt(index));
    const low = sextet(packed.charCodeAt(index + 1));
    if (high === notBase64 || low === notBase64) return -1;
    const shift = 2 * (offset % 3);
    return ((high << (shift + 2)) | (low >> (4 - shift))) & 0xff;
  };
  return {
    length,
    at,
    text(offset, wanted) {
      let result = '';
      for (let index = offset; index < Math.min(length, offset + wanted); index++) {
        result += String.fromCharCode(Math.max(0, at(index)));
      }
      return result;
    },
  };
}

/** A big-endian unsigned number; `-1` where a byte is missing. */
export function bigEndian(bytes: Base64Bytes, offset: number, size: 2 | 4): number {
  let value = 0;
  for (let index = 0; index < size; index++) {
    const byte = bytes.at(offset + index);
    if (byte < 0) return -1;
    value = value * 256 + byte;
  }
  return value;
}

/** A little-endian unsigned number; `-1` where a byte is missing. */
export function littleEndian(bytes: Base64Bytes, offset: number, size: 2 | 3 | 4): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) {
    const byte = bytes.at(offset + index);
    if (byte < 0) return -1;
    value = value * 256 + byte;
  }
  return value;
}

function dataUrlPrefix(text: string): Base64Fault | undefined {
  const head = text.slice(0, probedCharacters);
  if (!/^\s*data:/i.test(head)) return undefined;
  const comma = head.indexOf(',');
  const mediaType = /^\s*data:([^;,]*)/i.exec(head)?.[1] ?? '';
  return { kind: 'data-url', mediaType, prefixLength: comma < 0 ? 0 : comma + 1 };
}

function characterFault(text: string, start: number, end: number): Base64Fault | undefined {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    const isPadding = code === 0x3d && index >= text.length - 2;
    if (sextet(code) === notBase64 && !isPadding && !isWhiteSpace(code)) {
      return { kind: 'character', character: String.fromCodePoint(text.codePointAt(index) ?? code), offset: index };
    }
  }
  return undefined;
}

/** Line breaks come within the first lines or not at all (MIME writes them every 76 characters). */
function hasWhiteSpace(text: string): boolean {
  const end = Math.min(text.length, probedCharacters);
  for (let index = 0; index < end; index++) if (isWhiteSpace(text.charCodeAt(index))) return true;
  return isWhiteSpace(text.charCodeAt(text.length - 1));
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function unpaddedLength(text: string): number {
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 0x3d) length--;
  return length;
}

function sextet(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x47;
  if (code >= 0x30 && code <= 0x39) return code + 4;
  if (code === 0x2b || code === 0x2d) return 62;
  if (code === 0x2f || code === 0x5f) return 63;
  return notBase64;
}
