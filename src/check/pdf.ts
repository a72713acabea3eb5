import { openBase64 } from './base64.ts';
import type { Base64Bytes } from './base64.ts';

/** What a PDF says about itself; a member is absent where the bytes do not tell. */
export interface PdfReading {
  /** It does not begin like a PDF, or is far too short to be one. */
  readonly fault?: string;
  readonly encrypted?: boolean;
  readonly pages?: number;
}

/** A file of which the header and nothing else can fit is no document. */
const leastBytes = 32;
const headBytes = 1024;
const tailBytes = 2048;
const dictionaryBytes = 4096;
/** Page trees, trailers and catalogs refer to each other a few steps deep; more is a loop. */
const mostSteps = 64;

/**
 * Reads the header, the encryption and the page count of a PDF from its base64 text, following the cross-reference
 * table from its end. Whatever is compressed or unusual leaves the page count unknown.
 */
export function readPdf(base64: string): PdfReading {
  const bytes = openBase64(base64);
  const head = bytes.text(0, headBytes);
  const headerAt = head.indexOf('%PDF-');
  if (headerAt < 0)
    return { fault: `its bytes begin with ${JSON.stringify(printable(head.slice(0, 8)))} and not with %PDF-` };
  if (bytes.length < leastBytes) return { fault: `it ends after ${bytes.length} bytes` };
  const trailer = findTrailer(bytes);
  const encrypted = trailer === undefined ? undefined : /\/Encrypt\b/.test(trailer.dictionary);
  const pages = encrypted ? undefined : (linearizedPages(bytes, head) ?? countPages(bytes, trailer));
  return { ...(encrypted === undefined ? {} : { encrypted }), ...(pages === undefined ? {} : { pages }) };
}

interface Trailer {
  readonly dictionary: string;
  /** Where the cross-reference table begins; absent for a cross-reference stream. */
  readonly tableAt?: number;
}

/** The trailer dictionary that the last `startxref` leads to. */
function findTrailer(bytes: Base64Bytes): Trailer | undefined {
  const tail = bytes.text(Math.max(0, bytes.length - tailBytes), tailBytes);
  const marker = tail.lastIndexOf('startxref');
  if (marker < 0) return undefined;
  const tableAt = Number(/^startxref\s+(\d{1,12})/.exec(tail.slice(marker, marker + 40))?.[1] ?? -1);
  if (tableAt < 0 || tableAt >= bytes.length) return undefined;
  const start = bytes.text(tableAt, 64).trimStart();
  if (!start.startsWith('xref')) {
    const dictionary = dictionaryAt(bytes, tableAt);
    return /^\d+\s+\d+\s+obj/.test(start) && dictionary?.includes('/XRef') ? { dictionary } : undefined;
  }
  const trailerAt = tail.lastIndexOf('trailer', marker);
  return trailerAt < 0 ? undefined : { dictionary: tail.slice(trailerAt, marker), tableAt };
}

/** A linearized file gives its page count in its first object, which holds as long as nothing was appended. */
function linearizedPages(bytes: Base64Bytes, head: string): number | undefined {
  const at = head.indexOf('/Linearized');
  if (at < 0) return undefined;
  const dictionary = head.slice(Math.max(0, head.lastIndexOf('<<', at)), head.indexOf('>>', at));
  const length = Number(/\/L\s+(\d+)/.exec(dictionary)?.[1]);
  const pages = Number(/\/N\s+(\d+)/.exec(dictionary)?.[1]);
  return length === bytes.length && pages > 0 ? pages : undefined;
}

/** Trailer -> catalog -> root of the page tree, whose `/Count` is the number of pages. */
function countPages(bytes: Base64Bytes, trailer: Trailer | undefined): number | undefined {
  if (trailer?.tableAt === undefined) return undefined;
  const table = trailer.tableAt;
  const catalog = objectAt(bytes, table, reference(trailer.dictionary, 'Root'));
  const tree = catalog && objectAt(bytes, table, reference(catalog, 'Pages'));
  if (!tree || !/\/Type\s*\/Pages\b/.test(tree)) return undefined;
  const count = Number(/\/Count\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(tree)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

function reference(dictionary: string, key: string): number | undefined {
  const found = new RegExp(String.raw`/${key}\s+(\d{1,9})\s+\d+\s+R\b`).exec(dictionary);
  return found ? Number(found[1]) : undefined;
}

/** The dictionary of an object, by the cross-reference table: subsections of entries of 20 bytes each. */
function objectAt(bytes: Base64Bytes, table: number, object: number | undefined): string | undefined {
  if (object === undefined) return undefined;
  let offset = table + bytes.text(table, 16).indexOf('xref') + 4;
  for (let step = 0; step < mostSteps; step++) {
    const section = /^\s*(\d{1,9})\s+(\d{1,9})\s*?\r?\n?/.exec(bytes.text(offset, 48));
    if (!section) return undefined;
    const first = Number(section[1]);
    const count = Number(section[2]);
    const entries = offset + section[0].length;
    if (object >= first && object < first + count)
      return entryDictionary(bytes, entries + (object - first) * 20, object);
    offset = entries + count * 20;
  }
  return undefined;
}

function entryDictionary(bytes: Base64Bytes, entryAt: number, object: number): string | undefined {
  const entry = /^\s*(\d{10}) \d{5} n/.exec(bytes.text(entryAt, 24));
  if (!entry) return undefined;
  const at = Number(entry[1]);
  const isTheObject = new RegExp(String.raw`^\s*${object}\s+\d+\s+obj`).test(bytes.text(at, 40));
  return isTheObject ? dictionaryAt(bytes, at) : undefined;
}

function dictionaryAt(bytes: Base64Bytes, at: number): string | undefined {
  const text = bytes.text(at, dictionaryBytes);
  const start = text.indexOf('<<');
  const end = /\b(?:endobj|stream)\b/.exec(text)?.index ?? text.length;
  return start < 0 || start > end ? undefined : text.slice(start, end);
}

function printable(text: string): string {
  return text.replace(/[^\u0020-\u007e]/g, '.');
}
