import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from './npm.mjs';

const isWindows = process.platform === 'win32';
const executable = isWindows ? 'node.exe' : 'node';
const smallestBinaryBytes = 1_000_000;

/**
 * The registry package that holds the Node binary of this platform; it has no install script.
 */
export function nodePackage() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${isWindows ? 'win' : process.platform}-${process.arch}`;
}

/**
 * Where the Node of the development dependency `node` stands.
 * @param {string} root
 */
export function pinnedNode(root) {
  return join(root, 'node_modules', 'node', 'bin', executable);
}

/**
 * Whether a Node binary stands there; on Windows and before the install script ran, a stub can.
 * @param {string} file
 */
export function isBinary(file) {
  return existsSync(file) && statSync(file).size > smallestBinaryBytes;
}

/**
 * Brings one version of Node from the npm registry into the project's cache and gives the path of its binary.
 * @param {string} root
 * @param {string} version
 */
export async function fetchNode(root, version) {
  const directory = join(root, 'node_modules', '.cache', `node-${version}`);
  const file = join(directory, 'node_modules', nodePackage(), 'bin', executable);
  if (isBinary(file)) return file;
  mkdirSync(directory, { recursive: true });
  const request = `${nodePackage()}@${version}`;
  const { code, output } = await npm(
    [
      'install',
      '--prefix',
      directory,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--loglevel=error',
      request,
    ],
    directory,
  );
  if (code !== 0 || !isBinary(file))
    throw new Error(
      `npm could not bring ${request}. With Node 24 or newer on this machine it is not needed.\n${output}`,
    );
  return file;
}

/**
 * Puts the Node binary where the install script of the package `node` would have put it, without running any script:
 * install scripts may be switched off on this machine, or were interrupted. Gives its path.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function placePinnedNode(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'));
  const source = await fetchNode(root, String(version));
  const target = pinnedNode(root);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}`;
  rmSync(fresh, { force: true });
  try {
    linkSync(source, fresh);
  } catch {
    copyFileSync(source, fresh);
  }
  renameSync(fresh, target);
  const command = join(root, 'node_modules', '.bin', 'node');
  if (!isWindows && !existsSync(command)) symlinkSync(join('..', 'node', 'bin', executable), command);
  return target;
}
