import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { isBinary, pinnedNode, placePinnedNode } from './pinned-node.mjs';

/** The folder of this checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The file that holds off other runs while this one installs or builds. */
export const setupLock = join(root, '.setup.lock');

/**
 * Installs what package-lock.json lists unless it is there already, and gives the path of the Node that the project
 * runs on. Safe to call from several processes at once.
 * @returns {Promise<string>}
 */
export async function setUp() {
  if (!isReady()) {
    await withLock(setupLock, async () => {
      if (!isInStep()) await install();
      if (!isBinary(pinnedNode(root))) await placePinnedNode(root);
    });
  }
  return pinnedNode(root);
}

function isReady() {
  return isInStep() && isBinary(pinnedNode(root));
}

/**
 * Whether node_modules holds what the lock file lists. npm writes its own list at the very end of an install, so an
 * interrupted one never looks complete.
 */
function isInStep() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // A package for another platform is optional, and npm leaves it out.
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Readonly<Record<string, LockedPackage>>}
 */
function packagesOf(file) {
  try {
    /** @type {{ readonly packages: Readonly<Record<string, LockedPackage>> }} */
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    return lock.packages;
  } catch {
    return {};
  }
}

async function install() {
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep)) {
    throw new Error('The dependencies have changed, and Windows cannot replace the running Node. Run: npm ci');
  }
  console.error('faultline: installing the development dependencies (npm ci), once');
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional', '--loglevel=error'], root);
  if (code !== 0) throw new Error(`npm ci failed with code ${code}.\n${output}`);
}
