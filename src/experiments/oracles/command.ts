import type { CommandAnswer } from '../../core/world.ts';
import type { Ending } from '../ending.ts';
import { usesNothing, type Oracle } from '../oracle.ts';
import type { StudiedRequest } from '../request.ts';
import { failureOfVerdict, type TextJudge } from './answer.ts';

/** Runs the user's command with a request on its standard input. */
export type CommandRunner = (request: StudiedRequest) => Promise<CommandAnswer>;

/**
 * A command of the user: it gets the request body on its standard input, and ends with 0 where the call succeeds. What
 * it prints is judged like a paste; where that names no failure, its exit code stands for one.
 */
export function command(run: CommandRunner, judge: TextJudge): Oracle {
  return {
    name: 'command',
    cost: 'command',
    isSteady: false,
    uses: () => usesNothing,
    ask: async (request): Promise<Ending> => {
      const { exitCode, out, err } = await run(request);
      if (exitCode === undefined)
        return { kind: 'unanswerable', because: 'the command could not be started, or did not end in time' };
      if (exitCode === 0) return { kind: 'success', saw: 'the command ended with 0' };
      const failure = failureOfVerdict(await judge(`${err}\n${out}`));
      const isNamed = failure.causes.length > 0 || failure.status !== undefined || failure.errno !== undefined;
      return isNamed ? failure : { kind: 'failure', causes: [], code: `exit ${exitCode}` };
    },
  };
}
