import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipped, type BundleBounds, type ReadBundle } from './unzip.ts';
import type { BundleFile } from './zip.ts';

/** A name that a report gives to a file: no folder, nothing that steers a terminal or a shell. */
const plainName = /^[A-Za-z0-9][\w.-]{0,99}$/;
/** What archivers of the Mac add. */
const foreign = /^(?:__MACOSX\/|.*\.DS_Store$)/;

/** Reads a bundle, folder or ZIP file, that somebody else may have made. Nothing of it is written or followed. */
export function readBundle(path: string, bounds: BundleBounds): ReadBundle {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return readBundleFile(path, bounds);
  return found.isDirectory() ? readFolder(path, bounds) : readBundleFile(path, bounds);
}

function readBundleFile(path: string, bounds: BundleBounds): ReadBundle {
  const bytes = readFileBytes(path, bounds.bytes);
  if (typeof bytes === 'string') return { kind: 'refused', because: bytes };
  const read = unzipped(bytes, bounds);
  return read.kind === 'refused' ? read : named(read.files);
}

/** The files of an archive without the one folder that may stand around them. */
function named(files: readonly BundleFile[]): ReadBundle {
  const kept = files.filter(({ path }) => !path.endsWith('/') && !foreign.test(path));
  const top = /^([^/\\]+)\//.exec(kept[0]?.path ?? '')?.[1];
  const prefix =
    top !== undefined && plainName.test(top) && kept.every(({ path }) => path.startsWith(`${top}/`)) ? `${top}/` : '';
  const bare = kept.map(({ path, bytes }) => ({ path: path.slice(prefix.length), bytes }));
  const odd = bare.find(({ path }) => !plainName.test(path));
  return odd
    ? {
        kind: 'refused',
        because: `It holds a file of a name that no report has (${JSON.stringify(odd.path.slice(0, 80))}).`,
      }
    : { kind: 'files', files: bare };
}

function readFolder(folder: string, bounds: BundleBounds): ReadBundle {
  const names = readdirSync(folder).filter((name) => plainName.test(name));
  if (names.length > bounds.files) return { kind: 'refused', because: `It holds ${names.length} files.` };
  const files: BundleFile[] = [];
  let left = bounds.bytes;
  for (const name of names) {
    const path = join(folder, name);
    // A link could lead to anything on this machine.
    if (!lstatSync(path).isFile()) continue;
    const bytes = readFileBytes(path, Math.min(left, bounds.fileBytes));
    if (typeof bytes === 'string') return { kind: 'refused', because: `${name}: ${bytes}` };
    left -= bytes.length;
    files.push({ path: name, bytes });
  }
  return { kind: 'files', files };
}

/** All of a regular file; or why it is not read. */
function readFileBytes(path: string, most: number): Uint8Array | string {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) return 'It is no regular file.';
    return size > most ? `It has ${size} bytes; a report has at most ${most}.` : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
