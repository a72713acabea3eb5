/** What bytes say: text as it is, text that gzip or zlib packed, or UTF-16; else the bytes, to be searched strictly. */
export function unpacked(
  bytes: string,
  gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined,
): { readonly text: string; readonly isBinary?: true } | undefined {
  if (bytes.length < 12) return undefined;
  const packed = isPacked(bytes);
  if (packed && gunzip) {
    const raw = gunzip(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    if (raw) return { text: textOfBytes(raw) };
  }
  const reading = readingOf(bytes);
  if (reading === 'text') return { text: bytes };
  if (reading === 'wide') return { text: bytes.replaceAll('\0', '') };
  return bytes.length < 40 ? undefined : { text: bytes, isBinary: true };
}

/** Whether bytes that begin so are no text, and nothing that a gzip reader makes text of. */
export function beginsBinary(bytes: string): boolean {
  return !isPacked(bytes) && readingOf(bytes) === 'binary';
}

/** What the first bytes look like. */
function readingOf(bytes: string): 'text' | 'wide' | 'binary' {
  const head = bytes.slice(0, headBytes);
  const printable = head.replaceAll(/[^\t\n\r\x20-\x7e]/g, '').length;
  if (printable > head.length * 0.85) return 'text';
  return head.includes('\0') && printable > head.length * 0.4 ? 'wide' : 'binary';
}

/** So many bytes tell what the others are. */
export const headBytes = 400;

/** The first bytes of gzip and of zlib. */
function isPacked(bytes: string): boolean {
  return bytes.startsWith('\u001f\u008b') || /^\u0078[\u0001\u005e\u009c\u00da]/.test(bytes);
}

/** Bytes as text, each one a character: secrets are ASCII. */
function textOfBytes(bytes: Uint8Array): string {
  let text = '';
  const step = 8192;
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return text;
}
