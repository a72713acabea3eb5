import { writeSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';
import type { Host } from '../app/operation.ts';

/** The process as a host. Output is written at once, so that nothing is lost when the process ends. */
export function processHost(words: readonly string[]): Host {
  const { env } = process;
  const outIsTerminal = isatty(1);
  return {
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    env,
    cwd: process.cwd(),
    get stdin() {
      return process.stdin;
    },
    stdinIsTerminal: isatty(0),
    outIsTerminal,
    errIsTerminal: isatty(2),
    columns: outIsTerminal ? process.stdout.columns : Number(env['COLUMNS']) || 80,
    color: colorWanted(env, outIsTerminal, words),
    now: Date.now,
  };
}

/** `--no-color` and NO_COLOR beat FORCE_COLOR, which beats what the terminal can do. */
function colorWanted(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
  words: readonly string[],
): boolean {
  if (words.includes('--no-color') || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Writes all of a text; waits while a pipe is full, and stops quietly when its reader has gone. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
