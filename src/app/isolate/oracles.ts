import { checker } from '../../experiments/oracles/checker.ts';
import { command } from '../../experiments/oracles/command.ts';
import { countTokens, liveCall } from '../../experiments/oracles/live.ts';
import { simulator } from '../../experiments/oracles/simulator.ts';
import type { Oracle } from '../../experiments/oracle.ts';
import type { Ending } from '../../experiments/ending.ts';
import type { Session } from '../../experiments/session.ts';
import type { Environment } from '../../experiments/request.ts';
import type { HttpAnswer, HttpQuestion } from '../../core/world.ts';
import type { Command } from '../child.ts';
import { guarded } from '../doctor/guard.ts';
import { judgeOneText } from '../one-verdict.ts';
import { sendBy } from '../world/way.ts';
import type { World } from '../world/world.ts';
import { addressesOf } from './addresses.ts';
import { commandRunner } from '../reduce/command-runner.ts';
import { callBySdk } from './sdk/call.ts';
import { studiedOf, type Setup } from './setup.ts';
import type { Reach } from './variable.ts';

/** What the user allows to be asked. */
export interface Allowed {
  readonly mayCall: boolean;
  readonly mayPay: boolean;
  readonly command?: Command;
  /** A request was given, which a command gets on its standard input. */
  readonly hasRequest: boolean;
}

/** What sees a change, by oracle. */
const sight: Readonly<Record<Oracle['name'], readonly Reach[]>> = {
  checker: ['request'],
  simulator: ['request'],
  command: ['command', 'request'],
  count_tokens: ['request', 'way'],
  'live call': ['request', 'answer', 'way'],
};

/** Whether an oracle can see what differs by such a change. */
export function sees({ name }: Oracle, reach: Reach): boolean {
  return sight[name].includes(reach);
}

/** Asks how setups end, each by the way and the program that it says. */
export interface Asker {
  readonly oracles: readonly Oracle[];
  readonly ask: (oracle: Oracle, setup: Setup) => Promise<Ending>;
  readonly environmentOf: (setup: Setup) => Environment;
}

/** What an asker works with. */
export interface AskerOptions {
  readonly allowed: Allowed;
  readonly session: Session;
  readonly world: World;
  /** Aborted, nothing more is asked, and what is under way is not waited for. */
  readonly signal: AbortSignal;
  readonly limitMs: number;
  /** The day to judge by. */
  readonly day: string;
  /** What a failing call is asked for: its `max_tokens` stays where the failure is about that. */
  readonly keepsMaxTokens: boolean;
}

/** Makes the oracles that are allowed; a setup whose ending is known from elsewhere is not asked at all. */
export function askerOf({ allowed, session, world, signal, limitMs, day, keepsMaxTokens }: AskerOptions): Asker {
  // The command of a setup needs its environment, which an oracle is not told; it is asked one setup at a time.
  let asked: Setup | undefined;
  const stopped = new Promise<Ending>((resolve) => {
    signal.addEventListener('abort', () => resolve(interrupted), { once: true });
  });
  const environmentOf = (setup: Setup): Environment => ({
    platform: setup.platform,
    day,
    target: setup.target,
    send: async (question): Promise<HttpAnswer> => {
      if (setup.caller.kind === 'sdk')
        return callBySdk(setup.caller, asSdkSends(question, setup), world.machine.env, limitMs);
      const network = guarded(world.networkWithin(limitMs), {
        addresses: addressesOf(setup),
        meter: { take: () => true, spent: () => ({ requests: 0, tokens: 0 }) },
        isClosed: () => false,
        ...(setup.target.proxy ? { proxy: setup.target.proxy } : {}),
      });
      return sendBy(setup.way, question, network);
    },
  });
  const words = allowed.command;
  const ofCommand =
    words &&
    command(async (request) => {
      const { cwd, env } = world.machine;
      const run = commandRunner(words, { cwd, env: asked?.env ?? env }, limitMs, signal);
      return run(allowed.hasRequest ? request : { ...request, text: '' });
    }, judgeOneText);
  return {
    oracles: [
      ...(allowed.hasRequest ? [checker, simulator(judgeOneText)] : []),
      ...(ofCommand ? [ofCommand] : []),
      ...(allowed.hasRequest && allowed.mayCall ? [countTokens(judgeOneText)] : []),
      ...(allowed.hasRequest && allowed.mayCall && allowed.mayPay ? [liveCall(judgeOneText, { keepsMaxTokens })] : []),
    ],
    environmentOf,
    ask: async (oracle, setup) => {
      if (setup.elsewhere) return setup.elsewhere;
      asked = setup;
      if (signal.aborted) return interrupted;
      return Promise.race([session.ask(oracle, studiedOf(setup), environmentOf(setup)), stopped]);
    },
  };
}

/** Which version of the API an SDK asks for is its own affair, unless the request says it. */
function asSdkSends({ headers, ...rest }: HttpQuestion, { request }: Setup): HttpQuestion {
  const { 'anthropic-version': version, ...others } = headers;
  const isSaid = request.headers['anthropic-version'] !== undefined && version !== undefined;
  return { ...rest, headers: isSaid ? headers : others };
}

const interrupted: Ending = { kind: 'unanswerable', because: 'it was interrupted', isOver: true };
