import { closeSync, openSync, readdirSync, readSync, statSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultlineError, isFaultlineError } from '../core/error.ts';
import type { Host } from './operation.ts';

const chunkBytes = 1 << 20;

/** What an operand names: a file, a folder, or nothing that exists. */
export type Named =
  | { readonly kind: 'file'; readonly path: string; readonly size?: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'nothing' };

/** Looks up an operand; one that exists and cannot be read is an error that says so. */
export function lookUp(arg: string, host: Host): Named {
  if (arg === '' || arg.length >= 4096 || /[\n\0]/.test(arg)) return { kind: 'nothing' };
  const path = resolve(host.cwd, arg);
  const found = statOf(path);
  if (typeof found === 'object') {
    if (found.isDirectory()) return { kind: 'folder', path };
    return { kind: 'file', path, ...(found.isFile() ? { size: found.size } : {}) };
  }
  if (found === 'EACCES' || found === 'EPERM') throw unreadable(arg, found);
  return { kind: 'nothing' };
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return codeOf(error) ?? 'EIO';
  }
}

/** The error for an input that the system does not let us read. */
export function unreadable(name: string, code: string, cause?: unknown): FaultlineError {
  return new FaultlineError(
    'input-unreadable',
    `${name} cannot be read: ${code}.`,
    'Make it readable, or pipe its content.',
    { cause },
  );
}

/** An error of reading an input as what it means to the user; any other error as it is. */
export function readingFailed(name: string, error: unknown): unknown {
  const code = isFaultlineError(error) ? undefined : codeOf(error);
  return code !== undefined && /^E[A-Z]+$/.test(code) ? unreadable(name, code, error) : error;
}

/** The system's code on an error, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** A file in pieces, read directly and once, front to back. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    for (;;) {
      const bytes = Buffer.allocUnsafe(chunkBytes);
      const count = readSync(descriptor, bytes);
      if (count === 0) return;
      yield bytes.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Collects pieces, at most `limit` bytes of them; `undefined` when there are more. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    size += piece.byteLength;
    if (size > limit) return undefined;
  }
  return Buffer.concat(parts);
}

/** The files below a folder whose names end in one of `endings`, in order; hidden folders and dependencies are left out. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    });
}

/** A single word with a slash, a drive letter or a file ending was meant as a path. */
export function looksLikePath(arg: string): boolean {
  if (/[\s{}"']/.test(arg)) return false;
  return (
    /^(?:~|\.{1,2})?[\\/]|^[A-Za-z]:[\\/]/.test(arg) ||
    /[\w-]\.[A-Za-z][A-Za-z0-9]{0,6}$/.test(arg) ||
    // A shell that matches nothing hands a pattern on as it is.
    /^[\w.-]+[\\/][\w.\\/*?[\]-]+$/.test(arg) ||
    /^[\w.*?[\]-]*\*[\w.*?[\]-]*\.[\w*]+$/.test(arg)
  );
}
