import { crc32, inflateRawSync } from 'node:zlib';
import { marks, methods, recordBytes, type BundleFile } from './zip.ts';

/** What a bundle may hold at most; what is larger was not written by Faultline. */
export interface BundleBounds {
  readonly files: number;
  readonly fileBytes: number;
  readonly bytes: number;
}

/** What came of reading a bundle that somebody else may have made. */
export type ReadBundle =
  | { readonly kind: 'files'; readonly files: readonly BundleFile[] }
  | { readonly kind: 'refused'; readonly because: string };

/** An entry of the directory. */
interface Entry {
  readonly path: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

const mostComment = 0xffff;

/** The files of a ZIP file. Nothing is unpacked before the whole directory was found sound and within bounds. */
export function unzipped(zip: Uint8Array, bounds: BundleBounds): ReadBundle {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = directoryOf(bytes, bounds);
  if (typeof directory === 'string') return { kind: 'refused', because: directory };
  const files: BundleFile[] = [];
  for (const entry of directory) {
    const unpacked = contentOf(bytes, entry);
    if (typeof unpacked === 'string') return { kind: 'refused', because: unpacked };
    files.push({ path: entry.path, bytes: unpacked });
  }
  return { kind: 'files', files };
}

/** The entries; or what is wrong with them. */
function directoryOf(bytes: Buffer, bounds: BundleBounds): readonly Entry[] | string {
  const end = endRecord(bytes);
  if (end === undefined) return 'It is no ZIP file, or its end is missing.';
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt16LE(end + 8) !== count || bytes.readUInt32LE(end + 4) !== 0) return 'It is a part of several.';
  if (start + length !== end) return 'Its directory is not where it says.';
  if (count > bounds.files) return `It says that it holds ${count} files; a report has at most ${bounds.files}.`;
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + recordBytes.central > end || bytes.readUInt32LE(at) !== marks.central) return 'Its directory is broken.';
    const nameBytes = bytes.readUInt16LE(at + 28);
    const next = at + recordBytes.central + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return 'Its directory is broken.';
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return 'It is encrypted.';
    entries.push({
      path: bytes.toString('utf8', at + recordBytes.central, at + recordBytes.central + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return at === end ? (objection(entries, start, bounds) ?? entries) : 'Its directory is broken.';
}

/** Where the last record begins; behind it stands a comment as long as it says, and nothing else. */
function endRecord(bytes: Buffer): number | undefined {
  const earliest = Math.max(0, bytes.length - recordBytes.end - mostComment);
  for (let at = bytes.length - recordBytes.end; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) !== marks.end) continue;
    if (at + recordBytes.end + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return undefined;
}

/** What the directory says that no report has: too much of it, names twice, files inside one another. */
function objection(entries: readonly Entry[], dataEnd: number, bounds: BundleBounds): string | undefined {
  const large = entries.find(({ bytes, packedBytes }) => bytes > bounds.fileBytes || packedBytes > bounds.fileBytes);
  if (large) return `It holds a file of ${large.bytes} bytes; a report has none above ${bounds.fileBytes}.`;
  const sum = entries.reduce((total, { bytes }) => total + bytes, 0);
  if (sum > bounds.bytes) return `It unpacks to ${sum} bytes; a report has at most ${bounds.bytes}.`;
  if (new Set(entries.map(({ path }) => path)).size < entries.length) return 'It holds two files of one name.';
  const foreign = entries.find(({ method }) => method !== methods.stored && method !== methods.deflated);
  if (foreign) return `It is packed in a way that is not known here (${foreign.method}).`;
  let free = 0;
  for (const { offset, packedBytes } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < free) return 'Its files lie inside one another.';
    free = offset + recordBytes.local + packedBytes;
  }
  return free > dataEnd ? 'A file reaches beyond its place.' : undefined;
}

/** What a file holds; or what is wrong with it. */
function contentOf(bytes: Buffer, entry: Entry): Uint8Array | string {
  const { offset, packedBytes, method } = entry;
  if (bytes.readUInt32LE(offset) !== marks.local) return 'A file is not where the directory says.';
  const start = offset + recordBytes.local + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedBytes > bytes.length) return 'A file reaches beyond its place.';
  const data = bytes.subarray(start, start + packedBytes);
  const unpacked = method === methods.stored ? data : inflated(data, entry.bytes);
  if (unpacked?.length !== entry.bytes) return 'A file unpacks to something else than the directory says.';
  return crc32(unpacked) === entry.checksum ? unpacked : 'A file is damaged: its checksum does not fit.';
}

/** Never more than the directory promises. */
function inflated(data: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
