import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Compiled code as `vm.Script` has it. */
export interface Compiled {
  readonly createCachedData: () => Uint8Array;
}

/** Tells one build of the program from another; the bundler puts it in. */
declare const buildId: string | undefined;

const ownerOnly = 0o700;
const writableByOthers = 0o022;
const outdatedMs = 30 * 86_400_000;

/**
 * Where the compiled code of this build is kept for this Node: beside Node's own, in the folder of the user's own in the
 * temporary one, or where and unless the variables of Node's compile cache say otherwise.
 */
export function codePlace(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if ((env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') return undefined;
  const chosen = env['NODE_COMPILE_CACHE'] ?? '';
  const folder = chosen === '' ? join(temporaryFolder(env), `faultline-code-${process.getuid?.() ?? 'user'}`) : chosen;
  return join(
    folder,
    `faultline-${typeof buildId === 'string' ? buildId : 'source'}-${process.version}-${process.arch}.code`,
  );
}

/** What `tmpdir` of `node:os` gives, without loading that module, which takes longer than to read the code. */
export function temporaryFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = (names: readonly string[]): string | undefined =>
    names.map((name) => env[name] ?? '').find((value) => value !== '');
  if (platform !== 'win32') return named(['TMPDIR', 'TMP', 'TEMP']) ?? '/tmp';
  return named(['TEMP', 'TMP']) ?? `${named(['SystemRoot', 'windir']) ?? ''}\\temp`;
}

/**
 * What an earlier run kept. It is run as code, so a file that somebody else owns or may write is not taken; and a damaged
 * one would crash Node, which looks at no checksum, so it is there twice.
 */
export function keptCode(place: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(place, 'r');
    const { uid, mode } = fstatSync(file);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & writableByOthers) === 0);
    return isOwn ? onceOf(readFileSync(file)) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The half of a file whose halves are the same. To compare them is a tenth of what a checksum would take to compute. */
function onceOf(twice: Buffer): Buffer | undefined {
  const half = twice.length / 2;
  const [one, other] = [twice.subarray(0, half), twice.subarray(half)];
  return half > 0 && one.equals(other) ? one : undefined;
}

/** Keeps what was compiled, with all that `warmUp` uses. Where that cannot be, the next run takes longer, and no more. */
export async function keepCode(place: string, compiled: Compiled, warmUp: () => Promise<void>): Promise<void> {
  const unfinished = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: ownerOnly });
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      await warmUp();
      const code = compiled.createCachedData();
      writeSync(file, Buffer.concat([code, code]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, place);
    removeOutdated(dirname(place));
  } catch {
    remove(unfinished);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stands in no folder, or in one that cannot be written.
  }
}

/** What earlier builds and other Nodes left, and nobody has written for a month. */
function removeOutdated(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^faultline-.*\.code(?:\.\d+)?$/.test(name) && Date.now() - statSync(path).mtimeMs > outdatedMs) remove(path);
  }
}
