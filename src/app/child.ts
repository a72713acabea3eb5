import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { FaultlineError } from '../core/error.ts';
import type { ExitCode, Host } from './operation.ts';

/** A program with its arguments. */
export type Command = readonly [program: string, ...args: string[]];

const forwarded: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** A terminal sends these to every program that runs in it. */
const fromTerminal: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

/** The words of a command line as a command, where there are any. */
export function commandOf([program, ...args]: readonly string[]): Command | undefined {
  return program === undefined ? undefined : [program, ...args];
}

/** Runs a command with our own input and outputs, passes signals on to it, and ends as it ends. */
export async function runChild(
  [program, ...args]: Command,
  env: Readonly<Record<string, string | undefined>>,
  host: Host,
  operation: string,
): Promise<ExitCode> {
  const child = spawn(program, args, { stdio: 'inherit', cwd: host.cwd, env, shell: process.platform === 'win32' });
  const pass = (signal: NodeJS.Signals): void => {
    if (!(host.stdinIsTerminal && fromTerminal.has(signal))) child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', (cause) => reject(notStarted(program, operation, cause)));
      child.on('close', (code, signal) => resolve(exitCodeOf(code, signal)));
    });
  } finally {
    for (const signal of forwarded) process.off(signal, pass);
  }
}

function notStarted(program: string, operation: string, cause: unknown): FaultlineError {
  return new FaultlineError(
    'command-not-started',
    `${program} cannot be started.`,
    `Give the command as you would in the shell: \`faultline ${operation} -- npm test\`.`,
    { cause },
  );
}

/** As a shell says it: 128 and the number of the signal where one ended the command. */
function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): ExitCode {
  const ended = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  // The code is the command's own, whatever it means there.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- any number can come
  return ended as ExitCode;
}
