import type { Examination } from '../../core/examination.ts';
import type { Target } from '../../core/probe.ts';
import { probes } from '../../probes/index.ts';
import { examinationMarkdown } from '../../report/examination-markdown.ts';
import { examinationText } from '../../report/examination-text.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { machineOf } from '../world/machine.ts';
import { networkOf } from '../world/network.ts';
import type { World } from '../world/world.ts';
import { conduct } from './conduct.ts';
import { examinationOf } from './examine.ts';
import { probingOptions, wishesOf, type Wishes } from './options.ts';
import { planOf } from './plan.ts';
import { planJson, planText } from './plan-text.ts';
import { progressOn } from './progress.ts';
import { targetOf } from './target.ts';
import { watch } from './watch.ts';

/** Finds out on whose side the fault lies, by live checks, least disruptive first. */
export const doctor = defineOperation({
  name: 'doctor',
  summary: 'Check environment, network, service and account, least disruptive first',
  operands: '',
  about:
    'Asks one question after the other, the cheapest first, and stops at the first answer that explains why calls fail. Nothing is paid for without `--allow-paid`; `--plan` shows every address that may be asked and how to switch it off. Keys are read from the environment only, and never printed.',
  options: {
    ...probingOptions,
    watch: { type: 'boolean', about: 'follow the status page and a free call until the service is back' },
  },
  examples: [
    { command: 'faultline doctor', about: 'examine what the environment points at' },
    { command: 'faultline doctor --plan', about: 'see first what would be asked' },
    { command: 'faultline doctor --request request.json --allow-paid', about: 'with the request that fails' },
    { command: 'faultline doctor --proxy none', about: 'leave the proxy out, to compare' },
    { command: 'faultline doctor --watch', about: 'wait for the end of an incident' },
  ],
  run: async (input, host) => runDoctor(input, host, worldOf(host)),
});

/** The world of this process. */
export function worldOf(host: Host): World {
  return { machine: machineOf(host), networkWithin: networkOf() };
}

/** Runs the command in a given world. */
export async function runDoctor(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const wishes = await wishesOf(input, host);
  const target = targetOf(wishes.target, world.machine.env, world.machine.now());
  if (input.flag('watch')) return watch(target, wishes, world, host);
  if (input.flag('plan')) {
    const plan = planOf(probes, target, { offline: input.flag('offline') });
    const isJson = formatOf(input) === 'json';
    host.out(
      isJson
        ? `${JSON.stringify(planJson(plan, wishes.budget), undefined, 2)}\n`
        : planText(plan, wishes.budget, textStyle(host)),
    );
    return exitCodes.nothingFound;
  }
  const examination = await examine(target, wishes, input, host, world);
  host.out(printed(examination, formatOf(input), host));
  return exitCodeOf(examination);
}

/** Makes a plan, runs it with progress shown, and says what came of it. */
export async function examine(
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

function printed(examination: Examination, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'examination', ...examination }, undefined, 2)}\n`;
  return format === 'markdown' ? examinationMarkdown(examination) : examinationText(examination, textStyle(host));
}

/** How an examination ends the process. */
export function exitCodeOf({ outcome }: Examination): ExitCode {
  if (outcome === 'failure') return exitCodes.found;
  return outcome === 'unknown' ? exitCodes.couldNotTell : exitCodes.nothingFound;
}
