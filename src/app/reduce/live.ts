import { setTimeout as after } from 'node:timers/promises';
import { budgetOf, meterOf, type Budget } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { Address, Target } from '../../core/probe.ts';
import type { Environment } from '../../experiments/request.ts';
import type { Pace } from '../../experiments/session.ts';
import { guarded } from '../doctor/guard.ts';
import { targetOf } from '../doctor/target.ts';
import type { OperationInput, OptionSpec } from '../operation.ts';
import type { World } from '../world/world.ts';
import type { Studied } from './studied.ts';

/** What live calls of a reduction may use when nobody says otherwise. */
const usualBudget: Budget = { requests: 60, tokens: 100_000, seconds: 300 };

/** The flags that say what may be asked live. */
export const liveOptions = {
  live: {
    type: 'boolean',
    about: 'allow live calls, with the key of the environment: they show what no rule knows, and confirm the end',
  },
  plan: {
    type: 'boolean',
    against: ['out', 'format'],
    about: 'print what would be asked, of whom, at what cost; ask nothing',
  },
  budget: {
    type: 'string',
    value: 'LIST',
    about: `the most that live calls may use: requests=N,tokens=N,seconds=N (${usualBudget.requests}, ${usualBudget.tokens}, ${usualBudget.seconds})`,
  },
  'base-url': {
    type: 'string',
    value: 'URL',
    needs: 'live',
    about: 'where live calls go (default: what the environment says)',
  },
  proxy: { type: 'string', value: 'URL', needs: 'live', about: 'the proxy to go through; `none` for the direct way' },
  timeout: { type: 'string', value: 'S', about: 'seconds that each call or command may take (60)' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What a reduction may ask live. */
export interface Live {
  readonly target: Target;
  readonly addresses: readonly Address[];
}

/** Where live calls would go; undefined where they are not allowed. */
export function liveOf(input: OperationInput, { platform, request }: Studied, world: World): Live | undefined {
  if (!input.flag('live')) return undefined;
  if (platform === 'bedrock' || platform === 'vertex' || platform === 'foundry') {
    throw new FaultlineError(
      'live-not-possible',
      `Calls to ${platform} are signed by the SDK of the cloud, and cannot be made here.`,
      'Leave `--live` out, or give a command of your own that sends what it gets: `faultline reduce FILE -- COMMAND`.',
    );
  }
  const target = targetOf(
    present({ baseUrl: input.value('base-url'), proxy: input.value('proxy') }),
    world.machine.env,
    world.machine.now(),
  );
  if (!target.credential) {
    throw new FaultlineError(
      'key-missing',
      'Live calls need a key, and the environment holds none.',
      'Set ANTHROPIC_API_KEY, or leave `--live` out.',
    );
  }
  const what = `POST ${request.endpoint}, and POST /v1/messages/count_tokens`;
  const { host, port, proxy } = target;
  return {
    target,
    addresses: [
      { purpose: 'api', host, port, what },
      ...(proxy
        ? [{ purpose: 'proxy' as const, host: proxy.host, port: proxy.port, what: 'the same, through the proxy' }]
        : []),
    ],
  };
}

/** The budget of a reduction. */
export function reducingBudget(input: OperationInput): Budget {
  return budgetOf(input.value('budget'), usualBudget);
}

/** Milliseconds that a call or a command may take. */
export function limitMsOf(input: OperationInput): number {
  const written = input.value('timeout');
  if (written === undefined) return 60_000;
  const seconds = Number(written);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new FaultlineError(
    'option-invalid',
    `--timeout ${written} is no number of seconds between 0 and 600.`,
    'For example: --timeout 30.',
  );
}

/** The environment in which oracles are asked; only addresses of the plan can be reached. */
export function environmentOf(
  studied: Studied,
  day: string,
  live: Live | undefined,
  world: World,
  limitMs: number,
): Environment {
  const { platform } = studied;
  if (!live) return { platform, day };
  const { target, addresses } = live;
  const permit = {
    addresses,
    // The session keeps the budget, and counts every call before it is made.
    meter: meterOf({ requests: Number.MAX_SAFE_INTEGER, tokens: Number.MAX_SAFE_INTEGER, seconds: 0 }),
    isClosed: () => false,
    ...(target.proxy ? { proxy: target.proxy } : {}),
  };
  return {
    platform,
    day,
    target,
    send: async (question) => guarded(world.networkWithin(limitMs), permit).send(question),
  };
}

/** The clock of this machine. */
export const machinePace: Pace = {
  now: () => performance.now(),
  wait: async (ms, signal) => {
    // A wait that is called off ends, and what comes after it sees that it was.
    await after(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
