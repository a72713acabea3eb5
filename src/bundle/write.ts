import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FaultlineError } from '../core/error.ts';
import { zipped, type BundleFile } from './zip.ts';

/** Only its owner may read a report before it is sent. */
const ownersFile = 0o600;

/**
 * Writes files as a folder, or as a ZIP file where the path ends so, whole or not at all, and over nothing that is
 * there. `at` is the time that a ZIP file says, in milliseconds since 1970.
 */
export function writeBundle(path: string, files: readonly BundleFile[], at: number): void {
  if (existsSync(path)) throw taken(path);
  const parent = dirname(path);
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(join(parent, `.${basename(path)}-`));
  try {
    if (path.endsWith('.zip')) writeZip(path, draft, files, at);
    else {
      for (const file of files) writeFileSync(join(draft, file.path), file.bytes, { mode: ownersFile });
      renameSync(draft, path);
    }
  } catch (error) {
    throw existsSync(path) ? taken(path) : error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function writeZip(path: string, draft: string, files: readonly BundleFile[], at: number): void {
  const top = basename(path, '.zip');
  const written = join(draft, 'report.zip');
  const zip = zipped(
    files.map((file) => ({ path: `${top}/${file.path}`, bytes: file.bytes })),
    at,
  );
  writeFileSync(written, zip, { mode: ownersFile });
  renameSync(written, path);
}

function taken(path: string): FaultlineError {
  return new FaultlineError('output-exists', `${path} is there already.`, 'Choose another place: --out PATH.');
}
