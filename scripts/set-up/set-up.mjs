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

/** The major version of Node from which the scripts and tests run; they are TypeScript, run as it is. */
const oldestMajor = 24;

/**
 * Installs what package-lock.json lists unless it is there already, and gives the path of the Node to run on. Safe to
 * call from several processes at once.
 * @returns {Promise<string>}
 */
export async function setUp() {
  if (isInStep()) {
    const node = usableNode();
    if (node !== undefined) return node;
  }
  return withLock(setupLock, async () => {
    if (!isInStep()) await install();
    return usableNode() ?? (await placePinnedNode(root));
  });
}

/**
 * The pinned Node, or this one where it is new enough: the install script that brings the pinned one may be switched
 * off on this machine, or have no binary for its platform.
 * @returns {string | undefined}
 */
function usableNode() {
  if (isBinary(pinnedNode(root))) return pinnedNode(root);
  return Number.parseInt(process.versions.node, 10) >= oldestMajor ? process.execPath : undefined;
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
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const { code, output } = await npm(args, root);
  if (code === 0) return;
  // The one install script is that of the package `node`, and setUp can do without it.
  const isScriptToBlame = /node_modules[\\/]node\b/.test(output);
  if (isScriptToBlame && (await npm([...args, '--ignore-scripts'], root)).code === 0) return;
  throw new Error(`npm ci failed with code ${code}.\n${output}`);
}
