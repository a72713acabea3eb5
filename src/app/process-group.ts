import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as later } from 'node:timers/promises';
import { boundedText } from './bounded-text.ts';
import type { Command } from './child.ts';

/** How a command line is started. */
export interface GroupOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What it gets on its standard input; nothing unless said. */
  readonly input?: string;
}

/** How a command ended; `failed`: the system could not start the shell. */
export type GroupEnding =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signaled'; readonly signal: string }
  | { readonly kind: 'failed'; readonly message: string };

/** A command line that runs, with everything that it started. */
export interface ProcessGroup {
  /** Settles when the command itself has ended; what it left behind is ended then too. */
  readonly ended: Promise<GroupEnding>;
  /** What it has written so far; of very much, the beginning and the end. */
  readonly out: () => string;
  readonly err: () => string;
  /** Lets go of what it has written so far. */
  readonly forget: () => void;
  /** Ends it with everything that it started: first asks, then makes it. */
  readonly stop: () => Promise<void>;
}

const isWindows = process.platform === 'win32';
/** How long a program may take to end by itself when it is asked to. */
const graceMs = 500;
/** How long outputs may stay open when the command has ended. */
const drainMs = 500;

const running = new Set<ChildProcess>();
let isWatching = false;

/**
 * Starts a command line in the shell, or a program with its arguments, as a group of its own: a signal of the terminal
 * does not reach it, and it is ended whole. Where this process ends, whatever the reason, the group ends with it.
 */
export function startGroup(command: string | Command, { cwd, env, input = '' }: GroupOptions): ProcessGroup {
  const out = boundedText();
  const err = boundedText();
  const options = { cwd, env, detached: !isWindows, windowsHide: true };
  const [program, ...args] = typeof command === 'string' ? [command] : command;
  const child = spawn(program, args, { ...options, shell: isWindows || typeof command === 'string' });
  // A program that does not read its input may end before it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  endWithProcess();
  running.add(child);
  child.stdout.on('data', (piece: Buffer) => out.add(piece));
  child.stderr.on('data', (piece: Buffer) => err.add(piece));
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const ended = new Promise<GroupEnding>((resolve) => {
    child.once('error', ({ message }) => resolve({ kind: 'failed', message }));
    child.once('exit', (code, signal) => {
      resolve(signal === null ? exitOf(code ?? 0) : { kind: 'signaled', signal });
    });
  }).then(async (ending) => {
    killGroup(child, 'SIGKILL');
    running.delete(child);
    await Promise.race([closed, later(drainMs, undefined, { ref: false })]);
    return ending;
  });
  return {
    ended,
    out: out.text,
    err: err.text,
    forget() {
      out.clear();
      err.clear();
    },
    async stop() {
      if (running.has(child)) killGroup(child, 'SIGTERM');
      await Promise.race([ended, later(graceMs, undefined, { ref: false })]);
      if (running.has(child)) killGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

/** A shell says by a code above 128 that a signal ended what it ran. */
function exitOf(code: number): GroupEnding {
  return code > 128 && code < 160 ? { kind: 'signaled', signal: `signal ${code - 128}` } : { kind: 'exited', code };
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended.
  }
}

function endWithProcess(): void {
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const child of running) killGroup(child, 'SIGKILL');
  });
}
