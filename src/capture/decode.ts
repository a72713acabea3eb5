import { isUtf8 } from 'node:buffer';

/** Bytes as text, or why they are no text. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'binary' };

/** Decodes what users save and pipe: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return { kind: 'binary' };
  // A TextDecoder costs milliseconds to set up; UTF-8 needs none.
  const text =
    encoding === 'utf-8' ? withoutMark(Buffer.from(bytes).toString('utf8')) : new TextDecoder(encoding).decode(bytes);
  return { kind: 'text', text, encoding };
}

function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  let evenNuls = 0;
  let oddNuls = 0;
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte === 0) {
      if (at % 2 === 0) evenNuls++;
      else oddNuls++;
    } else if (byte < 9 || (byte > 13 && byte < 27)) controls++;
  }
  const half = head.length / 2;
  if (oddNuls > half * 0.7 && evenNuls < half * 0.1) return 'utf-16le';
  if (evenNuls > half * 0.7 && oddNuls < half * 0.1) return 'utf-16be';
  if (head.length > 64 && (evenNuls + oddNuls + controls) / head.length > 0.3) return undefined;
  if (isUtf8(bytes)) return 'utf-8';
  // Text of any other encoding holds hardly a control character; compressed and compiled bytes hold many.
  if (head.length > 64 && (evenNuls + oddNuls + controls) / head.length > 0.03) return undefined;
  return hasUtf8Sequences(head) ? 'utf-8' : 'windows-1252';
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Whether multi-byte sequences of UTF-8 occur; a stray bad byte in a UTF-8 log must not turn all of it into mojibake. */
function hasUtf8Sequences(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte >= 0xc3 && byte <= 0xf4 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80);
}
