import { budgetOf } from '../../src/core/budget.ts';
import { conduct } from '../../src/app/doctor/conduct.ts';
import { examinationOf } from '../../src/app/doctor/examine.ts';
import { planOf } from '../../src/app/doctor/plan.ts';
import { targetOf, type TargetWishes } from '../../src/app/doctor/target.ts';
import { networkOf } from '../../src/app/world/network.ts';
import type { World } from '../../src/app/world/world.ts';
import type { Examination } from '../../src/core/examination.ts';
import type { Machine } from '../../src/core/world.ts';
import { probes } from '../../src/probes/index.ts';
import { authority } from './loopback.ts';

/** A key of the right form that is nobody's. */
export const testKey = `sk-ant-${'api03-'}${'aB3-xY7_'.repeat(12).slice(0, 93)}AA`;

/** A machine with nothing on it but an environment. */
export function bareMachine(env: Machine['env'], now: () => number = Date.now): Machine {
  return {
    env,
    now,
    cwd: '/project',
    home: '/home/tester',
    system: 'linux',
    nodeVersion: 'v24.21.0',
    readText: async () => undefined,
    list: async () => [],
    run: async () => ({ out: '', err: '' }),
  };
}

/** How a test departs from a run that may ask the API alone. */
export interface ExaminedOptions {
  readonly wishes?: TargetWishes;
  readonly env?: Machine['env'];
  readonly budget?: string;
  readonly all?: boolean;
  readonly offline?: boolean;
  readonly limitMs?: number;
  readonly now?: () => number;
  /** A name server in place of the system's. */
  readonly names?: string;
}

/** The world of a test: real sockets, the test's authority trusted, and no waiting. */
export function testWorld({ env = { ANTHROPIC_API_KEY: testKey }, now, names }: ExaminedOptions = {}): World {
  const networkWithin = networkOf({ ca: [authority.cert] });
  return {
    machine: bareMachine(env, now),
    networkWithin: (limitMs) => {
      const network = networkWithin(limitMs);
      return {
        ...network,
        wait: async () => {},
        lookUp: async (question) =>
          network.lookUp(
            names === undefined || question.server !== undefined ? question : { ...question, server: names },
          ),
      };
    },
  };
}

const quiet = {
  status: '--no-status',
  connectivity: '--no-connectivity',
  resolver: '--no-resolver',
  registry: '--no-registry',
};

/** Examines a target on the loopback address. */
export async function examined(baseUrl: string, options: ExaminedOptions = {}): Promise<Examination> {
  const world = testWorld(options);
  const target = targetOf(
    { baseUrl, proxy: 'none', off: quiet, ...options.wishes },
    world.machine.env,
    world.machine.now(),
  );
  const budget = budgetOf(options.budget);
  const plan = planOf(probes, target, { offline: options.offline ?? false });
  const conducted = await conduct(plan, {
    target,
    world,
    budget,
    goesOn: options.all ?? false,
    ...(options.limitMs === undefined ? {} : { limitMs: options.limitMs }),
  });
  return examinationOf(conducted, target, budget);
}

/** The causes that make calls fail. */
export function decisive({ findings }: Examination): readonly string[] {
  return findings.filter(({ isDecisive }) => isDecisive).map(({ cause }) => cause);
}

/** How a probe ended. */
export function markOf({ probes: reports }: Examination, id: string): string | undefined {
  return reports.find((one) => one.id === id)?.mark;
}

/** What a probe said. */
export function saidBy({ probes: reports }: Examination, id: string): string {
  return reports.find((one) => one.id === id)?.said ?? '';
}
