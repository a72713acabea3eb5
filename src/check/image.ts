import { bigEndian, littleEndian, openBase64 } from './base64.ts';
import type { Base64Bytes } from './base64.ts';

/** The image formats that the API reads. */
export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** What the bytes of an image say about themselves. */
export interface ImageReading {
  /** The format by the bytes; absent where it is none of the four. */
  readonly mediaType?: ImageMediaType;
  /** What the bytes are instead, where they are known not to be one of the four. */
  readonly otherFormat?: string;
  readonly width?: number;
  readonly height?: number;
  /** Why it cannot be decoded. */
  readonly fault?: string;
  /** Decoders differ over the fault: some show what there is. */
  readonly faultMayPass?: boolean;
}

/** Reads the format, the size and the soundness of an image from its base64 text, without decoding the pixels. */
export function readImage(base64: string): ImageReading {
  const bytes = openBase64(base64);
  const head = bytes.text(0, 16);
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return readPng(bytes);
  if (head.startsWith('\u00ff\u00d8\u00ff')) return readJpeg(bytes);
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return readGif(bytes);
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return readWebp(bytes);
  const otherFormat = nameOtherFormat(head, bytes);
  const fault =
    bytes.length === 0 ? 'it holds no bytes' : `its bytes begin with ${hex(head.slice(0, 4))}, which is no image`;
  return otherFormat ? { otherFormat, fault: `its bytes are ${otherFormat}` } : { fault };
}

const pngHeaderEnd = 33;
/** An image has a handful of chunks or, with small IDAT chunks, some thousands; a loop past this is garbage. */
const mostChunks = 100_000;

/** A PNG is a chain of chunks (length, type, data, checksum) from IHDR to IEND. */
function readPng(bytes: Base64Bytes): ImageReading {
  const mediaType = 'image/png';
  if (bytes.text(12, 4) !== 'IHDR' || bytes.length < pngHeaderEnd) return { mediaType, fault: 'its header is cut off' };
  const size = { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) };
  if (size.width === 0 || size.height === 0)
    return { mediaType, ...size, fault: 'its header gives a side of 0 pixels' };
  let hasPixels = false;
  let offset = pngHeaderEnd;
  for (let count = 0; count < mostChunks; count++) {
    const length = bigEndian(bytes, offset, 4);
    const type = bytes.text(offset + 4, 4);
    if (length < 0 || type.length < 4) {
      return {
        mediaType,
        ...size,
        fault: 'it ends without an IEND chunk, so the file is cut or a chunk has the wrong length',
      };
    }
    if (!/^[A-Za-z]{4}$/.test(type)) {
      return { mediaType, ...size, fault: `at byte ${offset} there is no chunk where one should begin` };
    }
    if (type === 'IEND') {
      return hasPixels ? { mediaType, ...size } : { mediaType, ...size, fault: 'it holds no pixels (no IDAT chunk)' };
    }
    if (offset + 12 + length > bytes.length) {
      return { mediaType, ...size, fault: `its ${type} chunk is cut off` };
    }
    hasPixels ||= type === 'IDAT';
    offset += 12 + length;
  }
  return { mediaType, ...size };
}

/** Start-of-frame markers that carry the size; C4, C8 and CC in that range mean something else. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** A JPEG is a chain of marker segments up to the scan, whose data runs to the end marker FF D9. */
function readJpeg(bytes: Base64Bytes): ImageReading {
  const mediaType = 'image/jpeg';
  let offset = 2;
  for (let count = 0; count < mostChunks; count++) {
    const marker = bytes.at(offset + 1);
    // Decoders skip what stands between segments; where it ends, only they can tell.
    if (bytes.at(offset) !== 0xff && marker >= 0)
      return { mediaType, fault: 'a segment has the wrong length', faultMayPass: true };
    if (marker === 0xff) {
      offset++;
      continue;
    }
    if (isStartOfFrame(marker)) {
      const size = { height: bigEndian(bytes, offset + 5, 2), width: bigEndian(bytes, offset + 7, 2) };
      if (size.height < 0 || size.width < 0) break;
      return endsWithMarker(bytes)
        ? { mediaType, ...size }
        : { mediaType, ...size, fault: 'it has no end marker, so the file is probably cut', faultMayPass: true };
    }
    const length = bigEndian(bytes, offset + 2, 2);
    if (marker === 0xd9 || marker === 0xda || length < 2) break;
    offset += 2 + length;
  }
  return { mediaType, fault: 'it ends before the header that gives its size' };
}

/** The end marker may be followed by padding or by what cameras append; a look at the tail decides. */
function endsWithMarker(bytes: Base64Bytes): boolean {
  return bytes.text(Math.max(0, bytes.length - 4096), 4096).includes('\u00ff\u00d9') || bytes.length > 4096 * 256;
}

function readGif(bytes: Base64Bytes): ImageReading {
  const mediaType = 'image/gif';
  const width = littleEndian(bytes, 6, 2);
  const height = littleEndian(bytes, 8, 2);
  return width < 0 || height < 0 ? { mediaType, fault: 'its header is cut off' } : { mediaType, width, height };
}

/** A WebP file is a RIFF container whose first chunk says which of three codings it uses. */
function readWebp(bytes: Base64Bytes): ImageReading {
  const mediaType = 'image/webp';
  const size = webpSize(bytes);
  if (!size) return { mediaType, fault: 'its first chunk is cut off or unknown' };
  const declaredEnd = littleEndian(bytes, 4, 4) + 8;
  return declaredEnd > bytes.length
    ? { mediaType, ...size, fault: 'it is shorter than its header says', faultMayPass: true }
    : { mediaType, ...size };
}

function webpSize(bytes: Base64Bytes): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.text(12, 4)) {
    case 'VP8X':
      return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 };
    case 'VP8L': {
      const bits = littleEndian(bytes, 21, 4);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: littleEndian(bytes, 26, 2) & 0x3fff, height: littleEndian(bytes, 28, 2) & 0x3fff };
    default:
      return undefined;
  }
}

function nameOtherFormat(head: string, bytes: Base64Bytes): string | undefined {
  if (head.startsWith('BM') && bytes.length > 26) return 'a BMP image';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'a TIFF image';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (head.startsWith('\0\0\u0001\0')) return 'an icon (ICO)';
  if (head.startsWith('version https://')) return 'a Git LFS pointer, not the file itself';
  if (head.slice(4, 8) === 'ftyp')
    return /^(?:avif|avis)/.test(head.slice(8)) ? 'an AVIF image' : 'a HEIC image or a video';
  const text = bytes.text(0, 256).trimStart().toLowerCase();
  if (text.startsWith('<svg') || (text.startsWith('<?xml') && text.includes('<svg'))) return 'an SVG drawing';
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'an HTML page';
  if (text.startsWith('{')) return 'JSON';
  return undefined;
}

function hex(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
}
