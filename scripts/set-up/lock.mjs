import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

const pollMs = 200;
const unsignedGraceMs = 10_000;

/**
 * Runs `work` while no other process of this machine runs work under the same lock file; waits for its turn. A lock
 * whose owner is gone (killed, rebooted) is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  while (!take(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST') || hasCode(error, 'EPERM')) return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // An owner creates the file first and signs it a moment later.
    if (owner === 0) return Date.now() - statSync(file).mtimeMs > unsignedGraceMs;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
