import { createHash } from 'node:crypto';
import { isArray, isObject, numberOf, parsedJson, textOf } from '../core/json.ts';
import type { BundleFile } from './zip.ts';

/** What stands in a text in the place of what was taken out, by kind. */
export type RedactionCounts = Readonly<Record<string, number>>;

/** A file as the manifest tells of it. */
export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly redactions: RedactionCounts;
}

/** What a bundle holds, so that a change of it can be seen. */
export interface Manifest {
  readonly kind: 'faultline-report';
  readonly version: 1;
  readonly faultline: string;
  /** ISO. */
  readonly madeAt: string;
  readonly incident: string;
  readonly share: 'shape' | 'all';
  readonly files: readonly ManifestFile[];
  readonly redactions: RedactionCounts;
}

/** The name of the manifest in its bundle. */
export const manifestName = 'manifest.json';

/** Describes files. */
export function manifestOf(
  about: Pick<Manifest, 'faultline' | 'madeAt' | 'incident' | 'share'>,
  files: readonly BundleFile[],
): Manifest {
  const described = files.map(({ path, bytes }) => ({
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
    redactions: path.endsWith('.png') ? {} : redactionsIn(Buffer.from(bytes).toString('utf8')),
  }));
  return {
    kind: 'faultline-report',
    version: 1,
    ...about,
    files: described,
    redactions: summed(described.map(({ redactions }) => redactions)),
  };
}

/** Counts what stands redacted in a text, by kind. */
export function redactionsIn(text: string): RedactionCounts {
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of text.matchAll(/\[redacted ?([\w -]{0,60})/g)) {
    const name = kind.trim() || 'value';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function summed(all: readonly RedactionCounts[]): RedactionCounts {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [kind, count] of Object.entries(counts)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One number for a whole bundle, to be compared by two people: the hash of its manifest. */
export function digestOf(manifest: Uint8Array): string {
  return sha256(manifest);
}

/** Reads a manifest that somebody else may have written; `undefined` where it is none of this version. */
export function manifestFrom(text: string): Manifest | undefined {
  const value = parsedJson(text);
  if (!isObject(value) || value.kind !== 'faultline-report' || value.version !== 1 || !isArray(value.files))
    return undefined;
  const files = value.files.flatMap(fileFrom);
  const { faultline, madeAt, incident, share } = value;
  if (files.length !== value.files.length || (share !== 'shape' && share !== 'all')) return undefined;
  if (typeof faultline !== 'string' || typeof madeAt !== 'string' || typeof incident !== 'string') return undefined;
  const redactions = countsFrom(value.redactions);
  return { kind: 'faultline-report', version: 1, faultline, madeAt, incident, share, files, redactions };
}

function fileFrom(value: unknown): readonly ManifestFile[] {
  if (!isObject(value)) return [];
  const [path, bytes, hash] = [textOf(value.path), numberOf(value.bytes), textOf(value.sha256)];
  if (path === undefined || bytes === undefined || hash === undefined || !/^[\da-f]{64}$/.test(hash)) return [];
  return [{ path, bytes, sha256: hash, redactions: countsFrom(value.redactions) }];
}

function countsFrom(value: unknown): RedactionCounts {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.flatMap(([kind, count]) => (typeof count === 'number' ? [[kind, count]] : [])));
}
