import { setTimeout as later } from 'node:timers/promises';
import type { CommandAnswer } from '../../core/world.ts';
import type { Command } from '../child.ts';
import { startGroup } from '../process-group.ts';

/** How a command is run. */
export interface CommandRun {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** What it gets on its standard input. */
  readonly input: string;
  readonly limitMs: number;
}

/** Runs a command to its end, or until its time is over; what it started ends with it. */
export async function runWithEnvironment(
  command: Command,
  { limitMs, ...options }: CommandRun,
): Promise<CommandAnswer> {
  const group = startGroup(command, options);
  const ending = await Promise.race([group.ended, later(limitMs, undefined, { ref: false })]);
  if (!ending) await group.stop();
  const exitCode = ending?.kind === 'exited' ? ending.code : ending?.kind === 'signaled' ? 1 : undefined;
  return { out: group.out(), err: group.err(), ...(exitCode === undefined ? {} : { exitCode }) };
}
