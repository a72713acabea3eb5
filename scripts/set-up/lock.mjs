import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

const pollMs = 200;
const unsigned = 0;
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
  while (!(await hold(file))) await pause();
  try {
    return await work();
  } finally {
    if (ownerOf(file) === process.pid) rmSync(file, { force: true });
  }
}

/** @param {string} file */
async function hold(file) {
  if (take(file)) return true;
  if (!isAbandoned(file)) return false;
  rmSync(file, { force: true });
  if (!take(file)) return false;
  // Another process may have found the same lock abandoned, and remove ours in its place.
  await pause();
  return ownerOf(file) === process.pid;
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, pollMs));
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
  const owner = ownerOf(file);
  if (owner === undefined) return false;
  try {
    // An owner creates the file first and signs it a moment later.
    if (owner === unsigned) return Date.now() - statSync(file).mtimeMs > unsignedGraceMs;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/**
 * The process that signed the lock, if the lock stands.
 * @param {string} file
 */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
