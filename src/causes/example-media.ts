const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes bytes, given as Latin-1 text, as base64. */
export function exampleBase64(bytes: string): string {
  let result = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = (bytes.charCodeAt(index) << 16) | (codeAt(bytes, index + 1) << 8) | codeAt(bytes, index + 2);
    const characters = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63] ?? '').join('');
    result += characters.slice(0, Math.min(3, bytes.length - index) + 1).padEnd(4, '=');
  }
  return result;
}

/** A black PNG of one bit per pixel, as base64. */
export function examplePng(width = 8, height = 8): string {
  const header = bigEndian(width) + bigEndian(height) + '\u0001\0\0\0\0';
  const pixels = ('\0' + '\0'.repeat(Math.ceil(width / 8))).repeat(height);
  return exampleBase64(
    `\u0089PNG\r\n\u001a\n${chunk('IHDR', header)}${chunk('IDAT', stored(pixels))}${chunk('IEND', '')}`,
  );
}

/** A GIF of one pixel, as base64. */
export const exampleGif = exampleBase64(
  'GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0;',
);

/** A PDF of empty pages, as base64. */
export function examplePdf(pages = 1, trailerEntries = ''): string {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return exampleBase64(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailerEntries} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

function codeAt(bytes: string, index: number): number {
  return index < bytes.length ? bytes.charCodeAt(index) : 0;
}

function bigEndian(value: number): string {
  return String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function chunk(type: string, content: string): string {
  return bigEndian(content.length) + type + content + bigEndian(crc32(type + content));
}

/** A zlib stream of uncompressed blocks. */
function stored(content: string): string {
  const longest = 0xffff;
  let stream = 'x\u0001';
  for (let start = 0; start < content.length; start += longest) {
    const block = content.slice(start, start + longest);
    const { length } = block;
    const isLast = start + longest >= content.length ? '\u0001' : '\0';
    stream += isLast + String.fromCharCode(length & 255, length >> 8, ~length & 255, (~length >> 8) & 255) + block;
  }
  return stream + bigEndian(adler32(content));
}

function adler32(content: string): number {
  let low = 1;
  let high = 0;
  for (let index = 0; index < content.length; index++) {
    low = (low + content.charCodeAt(index)) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

function crc32(content: string): number {
  let value = ~0;
  for (let index = 0; index < content.length; index++) {
    value ^= content.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  }
  return ~value >>> 0;
}
