import type { Examination } from '../../core/examination.ts';
import { probes } from '../../probes/index.ts';
import { examinationMarkdown } from '../../report/examination-markdown.ts';
import { examinationText } from '../../report/examination-text.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import type { World } from '../world/world.ts';
import { examine, formatOf, worldOf } from './examining.ts';
import { probingOptions, wishesOf } from './options.ts';
import { planOf } from './plan.ts';
import { planJson, planText } from './plan-text.ts';
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
    watch: {
      type: 'boolean',
      against: ['plan', 'offline', 'json', 'format', 'all', 'allow-paid'],
      about: 'follow the status page and a free call until the service is back',
    },
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
  const examination = await examine(probes, target, wishes, input, host, world);
  host.out(printed(examination, formatOf(input), host));
  return exitCodeOf(examination);
}

function printed(examination: Examination, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'examination', ...examination }, undefined, 2)}\n`;
  return format === 'markdown' ? examinationMarkdown(examination) : examinationText(examination, textStyle(host));
}

function exitCodeOf({ outcome }: Examination): ExitCode {
  if (outcome === 'failure') return exitCodes.found;
  return outcome === 'unknown' ? exitCodes.couldNotTell : exitCodes.nothingFound;
}
