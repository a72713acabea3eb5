import { textEncoder } from './search.ts';

const chunkBytes = 1 << 16;

/** Whether a text holds nothing but the signs and letters of ASCII, spaces, tabs and line ends. */
export function isPlainText(text: string): boolean {
  const bytes = new Uint8Array(Math.min(text.length + 3, chunkBytes) & ~3 || 4);
  const words = new Int32Array(bytes.buffer);
  for (let start = 0; start < text.length;) {
    const chunk = start === 0 && text.length <= bytes.length ? text : text.slice(start, start + bytes.length);
    const { read, written } = textEncoder().encodeInto(chunk, bytes);
    if (read !== chunk.length || written !== read) return false;
    // What is left of the last word is blank.
    bytes.fill(0x20, written, (written + 3) & ~3);
    if (!isPlain(words, bytes, (written + 3) >> 2)) return false;
    start += read;
  }
  return true;
}

/** Looks at four bytes at once: the highest bit of each says whether it is beyond ASCII, below a space, or 127. */
function isPlain(words: Int32Array, bytes: Uint8Array, count: number): boolean {
  for (let word = 0; word < count; word++) {
    const four = words[word] ?? 0;
    const delete4 = four ^ 0x7f7f7f7f;
    const marks = (four | ((four - 0x20202020) & ~four) | ((delete4 - 0x01010101) & ~delete4)) & -0x7f7f7f80;
    if (marks === 0) continue;
    // Line ends and tabs are below a space, and a byte before one may be marked with it.
    for (let at = word * 4; at < word * 4 + 4; at++) if (!isPlainByte(bytes[at] ?? 0)) return false;
  }
  return true;
}

function isPlainByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
