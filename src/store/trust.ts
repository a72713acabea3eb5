import { closeSync, lstatSync, mkdirSync, openSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { FaultlineError } from '../core/error.ts';

/** Whether a store may be made where there is none. */
export type OpenMode = 'create' | 'existing';

/**
 * Makes sure that the folder and the file of a store are the user's own and that nobody else can write to them. What
 * is missing is made for the owner only.
 */
export function trustedFile(folder: string, file: string, mode: OpenMode): void {
  try {
    if (mode === 'create') makeFolder(folder);
    const place = lstatSync(folder);
    if (!place.isDirectory()) throw distrust(folder, 'it is no folder');
    refuseOthers(folder, place, 0o022);
    if (mode === 'create') makeOwn(file);
    const found = lstatSync(file);
    if (!found.isFile() || found.nlink !== 1) throw distrust(file, 'it is a link, or no plain file');
    refuseOthers(file, found, 0o077);
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(folder, error);
  }
}

/** Makes a folder and those above it; Node's own way to do so never ends where a system does not let folders be made. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    const above = dirname(folder);
    if (code !== 'ENOENT' || above === folder || isThere(above)) throw error;
    makeFolder(above);
    mkdirSync(folder, { mode: 0o700 });
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The error for a store that cannot be read or written. */
export function unusable(place: string, cause: unknown): FaultlineError {
  return new FaultlineError(
    'store-unusable',
    `The store in ${place} cannot be used: ${codeOf(cause) ?? (cause instanceof Error ? cause.message : String(cause))}.`,
    'Choose a folder of your own with --store DIR or FAULTLINE_STORE.',
    { cause },
  );
}

function makeOwn(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function refuseOthers(path: string, { mode, uid }: Stats, forbidden: number): void {
  // Windows has no such modes; what lies in a profile's folder is the profile's own.
  if (process.getuid === undefined) return;
  if (uid !== process.getuid()) throw distrust(path, 'it belongs to another user');
  if ((mode & forbidden) !== 0) throw distrust(path, `others have access to it (mode ${(mode & 0o777).toString(8)})`);
}

/** The error for a store that somebody else may have made or changed. */
export function distrust(path: string, because: string): FaultlineError {
  return new FaultlineError(
    'store-untrusted',
    `The store cannot be trusted: ${path}: ${because}.`,
    'Set its owner and mode right (chmod 700 for the folder, 600 for the file), or choose another place with --store DIR.',
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && error.name !== 'FaultlineError' && 'code' in error ? String(error.code) : undefined;
}
