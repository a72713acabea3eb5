import type { Examination } from '../../core/examination.ts';
import type { Probe, Target } from '../../core/probe.ts';
import type { Host, OperationInput } from '../operation.ts';
import { machineOf } from '../world/machine.ts';
import { networkOf } from '../world/network.ts';
import type { World } from '../world/world.ts';
import { conduct } from './conduct.ts';
import { examinationOf } from './examine.ts';
import type { Wishes } from './options.ts';
import { planOf } from './plan.ts';
import { progressOn } from './progress.ts';

/** The world of this process. */
export function worldOf(host: Host): World {
  return { machine: machineOf(host), networkWithin: networkOf() };
}

/** Makes a plan, runs it with progress shown, and says what came of it. */
export async function examine(
  probes: readonly Probe[],
  target: Target,
  { budget, limitMs }: Pick<Wishes, 'budget' | 'limitMs'>,
  input: OperationInput,
  host: Host,
  world: World,
): Promise<Examination> {
  const plan = planOf(probes, target, { offline: input.flag('offline') });
  const progress = progressOn(host);
  const conducted = await conduct(plan, {
    target,
    world,
    budget,
    goesOn: input.flag('all'),
    onProgress: progress.tell,
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  progress.clear();
  return examinationOf(conducted, target, budget);
}

/** The format that the flags ask for. */
export function formatOf(input: OperationInput): string {
  return input.flag('json') ? 'json' : (input.value('format') ?? 'text');
}
