import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Host } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';

const chunkBytes = 1 << 20;

/**
 * The process as a host. It reads and writes its descriptors directly: the stream and terminal modules of Node take
 * longer to load than most errors take to explain.
 */
export function processHost(words: readonly string[]): Host {
  const { env } = process;
  const outIsTerminal = isTerminal(1);
  return {
    out: writeResult,
    err: writeAside,
    env,
    cwd: process.cwd(),
    stdin: standardInput(),
    get stdinIsTerminal() {
      return isTerminal(0);
    },
    outIsTerminal,
    // A line that changes needs a terminal that can go back.
    get errIsTerminal() {
      return isTerminal(2) && env['TERM'] !== 'dumb';
    },
    // A terminal that nobody has given a size says 0.
    columns: (outIsTerminal ? process.stdout.columns : 0) || Number(env['COLUMNS']) || 80,
    color: colorWanted(env, outIsTerminal, words),
    now: Date.now,
  };
}

/** Asks Node whether a descriptor is a terminal only where it can be one. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice() || device.rdev === statSync(devNull).rdev) return false;
  } catch {
    return false;
  }
  const stream = [process.stdin, process.stdout, process.stderr][descriptor];
  return Boolean(stream?.isTTY);
}

/** `--no-color` and NO_COLOR beat FORCE_COLOR, which beats what the terminal can do. */
function colorWanted(
  env: Readonly<Record<string, string | undefined>>,
  onTerminal: boolean,
  words: readonly string[],
): boolean {
  if (words.includes('--no-color') || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return onTerminal && env['TERM'] !== 'dumb';
}

/** The bytes of standard input, as they come. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const bytes = Buffer.allocUnsafe(chunkBytes);
    const count = whenReady(() => readSync(0, bytes));
    if (count === 0) return;
    yield bytes.subarray(0, count);
  }
}

/** What a program that a closed pipe ends is said to end with: 128 and the number of SIGPIPE. */
const closedPipe = 141;
/** Faults of the place that the output goes to, and not of Faultline. */
const unwritable = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EBADF', 'ENXIO']);

/** Writes to standard output; ends quietly when its reader has gone. */
function writeResult(text: string): void {
  try {
    write(1, text);
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EPIPE') process.exit(closedPipe);
    if (!unwritable.has(code)) throw error;
    throw new FaultlineError(
      'output-unwritable',
      `The output cannot be written: ${code}${code === 'ENOSPC' ? ', no space is left' : ''}.`,
      'Make room there, or write it to another place.',
      { cause: error },
    );
  }
}

/** Writes to standard error. What is told beside the result must not end the command where nobody can hear it. */
function writeAside(text: string): void {
  try {
    write(2, text);
  } catch {
    return;
  }
}

/** Writes all of a text. */
function write(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += whenReady(() => writeSync(descriptor, bytes, at));
}

/** Repeats a read or write of a descriptor that is not ready; the end of input is 0 on every system. */
function whenReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
