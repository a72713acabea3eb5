import { openSync, readSync, closeSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { FaultlineError } from '../../core/error.ts';
import type { Host } from '../operation.ts';

const chunkBytes = 1 << 20;

/** Something to explain: its name for messages, and its bytes. */
export interface Source {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Bytes in all, where that is known before reading. */
  readonly size?: number;
}

/** Turns operands into sources: `-` is standard input, an existing path a file, words a text. */
export function sourcesOf(args: readonly string[], host: Host): readonly Source[] {
  if (args.length === 0) {
    if (host.stdinIsTerminal) {
      throw new FaultlineError(
        'no-input',
        'Nothing to explain: no file, no text and no standard input was given.',
        'Give a file, paste the error as an argument, or pipe it: `faultline explain error.txt`, `some-command 2>&1 | faultline`.',
      );
    }
    return [{ name: 'standard input', bytes: host.stdin }];
  }
  return args.map((arg) => sourceOf(arg, host));
}

function sourceOf(arg: string, host: Host): Source {
  if (arg === '-') return { name: 'standard input', bytes: host.stdin };
  const path = resolve(host.cwd, arg);
  const found = arg.length < 4096 && !arg.includes('\n') ? statOf(path) : 'ENOENT';
  if (typeof found === 'object') {
    if (found.isDirectory()) {
      throw new FaultlineError('input-is-folder', `${arg} is a folder.`, 'Name the files in it that hold the error.');
    }
    return { name: arg, bytes: bytesOf(path), ...(found.isFile() ? { size: found.size } : {}) };
  }
  if (found === 'EACCES' || found === 'EPERM') {
    throw new FaultlineError(
      'input-unreadable',
      `${arg} cannot be read: permission denied.`,
      'Make it readable, or pipe its content.',
    );
  }
  if (looksLikePath(arg)) {
    throw new FaultlineError(
      'input-missing',
      `There is no file ${arg}.`,
      'Check the path; to explain a text, give it with its words (spaces) or pipe it.',
    );
  }
  return { name: 'the text given', bytes: one(Buffer.from(arg)), size: arg.length };
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
  }
}

/** A file in pieces. Read directly, since a log of any size is read once, front to back. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    for (;;) {
      const bytes = Buffer.allocUnsafe(chunkBytes);
      const count = readSync(descriptor, bytes);
      if (count === 0) return;
      yield bytes.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A single word with a slash, a drive letter or a file ending was meant as a path. */
function looksLikePath(arg: string): boolean {
  return (
    !/[\s{}"']/.test(arg) &&
    (/^(?:~|\.{1,2})?[\\/]|^[A-Za-z]:[\\/]/.test(arg) ||
      /[\w-]\.[A-Za-z][A-Za-z0-9]{0,6}$/.test(arg) ||
      /^[\w.-]+[\\/][\w.\\/-]+$/.test(arg))
  );
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
