import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Reads what is added to a log file. */
export interface LogReader {
  /** From here on counts as new. */
  readonly mark: () => void;
  /** What is new; nothing where there is no file. */
  readonly added: () => string | undefined;
}

const mostBytes = 4 << 20;

/** Follows a log file that may not be there yet, and that may be written anew or rotated. */
export function logReader(path: string): LogReader {
  let from = 0;
  return {
    mark() {
      from = sizeOf(path) ?? 0;
    },
    added() {
      const size = sizeOf(path);
      if (size === undefined) return undefined;
      const start = size < from ? 0 : from;
      return textOf(path, Math.max(start, size - mostBytes), size);
    },
  };
}

function sizeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : undefined;
}

function textOf(path: string, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  const descriptor = openSync(path, 'r');
  try {
    const count = readSync(descriptor, bytes, 0, bytes.byteLength, from);
    return bytes.toString('utf8', 0, count);
  } finally {
    closeSync(descriptor);
  }
}
