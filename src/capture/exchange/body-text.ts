import { isUtf8 } from 'node:buffer';
import zlib, { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import { decodeBytes } from '../decode.ts';
import type { KeptBody } from './exchange.ts';
import { headerIn } from './headers.ts';

/** A body as text, as far as it was kept and can be read. */
export interface BodyText {
  readonly text?: string;
  readonly isCut: boolean;
}

/** What a small body may unpack to. */
const mostUnpackedBytes = 16 << 20;
const gap = '\n\n[…]\n\n';

/** Unpacks and decodes a body; what was compressed and broke off gives what comes before the break. */
export function bodyText(body: KeptBody, headers: readonly string[]): BodyText {
  const isCut = body.bytes > body.head.byteLength + body.tail.byteLength;
  const coding = headerIn(headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  const head = unpacked(body.head, coding);
  const text = head && textOf(head);
  if (text === undefined) return { isCut };
  const isPlain = head === body.head;
  if (body.tail.byteLength === 0) return { text, isCut };
  // The end of a compressed body says nothing without what came before.
  if (!isPlain) return { text, isCut: true };
  const tail = Buffer.from(body.tail).toString('utf8');
  return { text: isCut ? text + gap + tail.slice(tail.indexOf('\n') + 1) : text + tail, isCut };
}

function textOf(bytes: Uint8Array): string | undefined {
  // Nearly every body; guessing an encoding looks at each byte by itself.
  if (isUtf8(bytes) && !bytes.includes(0))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const decoded = decodeBytes(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

function unpacked(bytes: Uint8Array, coding: string): Uint8Array | undefined {
  if (bytes.byteLength === 0) return bytes;
  const limit = { maxOutputLength: mostUnpackedBytes };
  const lenient = { ...limit, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    switch (coding) {
      case 'identity':
      case '':
        return bytes;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, lenient);
      case 'deflate':
        return inflateSync(bytes, lenient);
      case 'br':
        return brotliDecompressSync(bytes, { ...limit, finishFlush: constants.BROTLI_OPERATION_FLUSH });
      case 'zstd':
        // It came with Node 22.15.
        return 'zstdDecompressSync' in zlib
          ? zlib.zstdDecompressSync(bytes, { ...limit, finishFlush: constants.ZSTD_e_flush })
          : undefined;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
