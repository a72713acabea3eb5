import { setTimeout as after } from 'node:timers/promises';
import type { CommandRunner } from '../../experiments/oracles/command.ts';
import type { Command } from '../child.ts';
import type { Host } from '../operation.ts';
import { startGroup } from '../process-group.ts';

/**
 * Runs the user's command with the body of a request on its standard input. The path of the call and its headers stand
 * in variables, for commands that send them.
 */
export function commandRunner(
  command: Command,
  { cwd, env }: Pick<Host, 'cwd' | 'env'>,
  limitMs: number,
  signal: AbortSignal,
): CommandRunner {
  return async ({ text, endpoint, headers }) => {
    const group = startGroup(command, {
      cwd,
      env: { ...env, FAULTLINE_ENDPOINT: endpoint, FAULTLINE_HEADERS: JSON.stringify(headers) },
      input: text,
    });
    const over = new AbortController();
    const late = after(limitMs, undefined, { signal: AbortSignal.any([over.signal, signal]) }).catch(() => undefined);
    const ending = await Promise.race([group.ended, late]);
    over.abort();
    if (!ending) await group.stop();
    const exitCode = ending?.kind === 'exited' ? ending.code : ending?.kind === 'signaled' ? 128 : undefined;
    return { out: group.out(), err: group.err(), ...(exitCode === undefined ? {} : { exitCode }) };
  };
}
