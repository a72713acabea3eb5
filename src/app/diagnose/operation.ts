import type { Diagnosis } from '../../core/diagnosis.ts';
import { present } from '../../core/present.ts';
import type { FailingRequest } from '../../core/probe.ts';
import type { Verdict } from '../../core/verdict.ts';
import { diagnosisMarkdown } from '../../report/diagnosis-markdown.ts';
import { diagnosisText } from '../../report/diagnosis-text.ts';
import { examine, formatOf, worldOf } from '../doctor/examining.ts';
import { probingOptions, wishesOf } from '../doctor/options.ts';
import { planOf } from '../doctor/plan.ts';
import { planJson, planText } from '../doctor/plan-text.ts';
import { targetOf } from '../doctor/target.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import type { World } from '../world/world.ts';
import { readGiven } from './given.ts';
import { openQuestions } from './questions.ts';
import { weighed } from './weigh.ts';

/** The whole diagnosis in one command: explains, checks, and asks only what is still open. */
export const diagnose = defineOperation({
  name: 'diagnose',
  summary: 'Find out why a call fails: the error, the request and live checks in one',
  operands: '[ERROR-FILE | REQUEST-FILE | LOG | TEXT | -]...',
  about:
    'Takes whatever there is: the error, the request, a log, or nothing. Where the error itself proves the cause, nothing is asked of anybody; otherwise the probes of `faultline doctor` run as far as their answers can change the verdict. `--plan` shows which.',
  options: {
    ...probingOptions,
    details: {
      type: 'boolean',
      against: ['plan', 'json', 'format=json', 'format=markdown'],
      about: 'print every remedy and probe, what was ruled out, and what was not tested',
    },
  },
  examples: [
    { command: 'faultline diagnose error.txt', about: 'from an error to its cause' },
    { command: 'faultline diagnose error.txt --request request.json', about: 'with the request that failed' },
    { command: 'npm run app 2>&1 | faultline diagnose -', about: 'from what a program prints' },
    { command: 'faultline diagnose', about: 'with nothing at hand: examine everything' },
  ],
  run: async (input, host) => runDiagnose(input, host, worldOf(host)),
});

/** Runs the command in a given world. */
export async function runDiagnose(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const wishes = await wishesOf(input, host);
  const { verdict, request, notes } = await readGiven(input.args, host);
  const { env, now } = world.machine;
  const told = { ...fromError(verdict), ...(request ? { request } : {}) };
  const target = targetOf({ ...told, ...wishes.target }, env, now());
  const questions = openQuestions(verdict, input.flag('all'));
  const style = textStyle(host);
  if (input.flag('plan')) {
    const plan = planOf(questions, target, { offline: input.flag('offline') });
    const isJson = formatOf(input) === 'json';
    host.out(
      isJson
        ? `${JSON.stringify(planJson(plan, wishes.budget), undefined, 2)}\n`
        : planText(plan, wishes.budget, style),
    );
    return exitCodes.nothingFound;
  }
  const asked = questions.filter(({ appliesTo }) => appliesTo?.(target) !== false);
  const examination = asked.length > 0 ? await examine(asked, target, wishes, input, host, world) : undefined;
  const diagnosis = weighed({ notes, ...present({ verdict, examination }) });
  host.out(printed(diagnosis, formatOf(input), input.flag('details'), host));
  return { failure: exitCodes.found, none: exitCodes.nothingFound, unknown: exitCodes.couldNotTell }[diagnosis.outcome];
}

/** What the error tells of the target. Never an address: a credential goes only where the user sends it. */
function fromError(verdict: Verdict | undefined): {
  readonly model?: string;
  readonly failedAt?: number;
  readonly request?: FailingRequest;
} {
  const moment = Date.parse(verdict?.facts.timestamp ?? '');
  return present({
    model: verdict?.facts.model,
    failedAt: Number.isNaN(moment) ? undefined : moment,
  });
}

function printed(diagnosis: Diagnosis, format: string, details: boolean, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'diagnosis', ...diagnosis }, undefined, 2)}\n`;
  return format === 'markdown' ? diagnosisMarkdown(diagnosis) : diagnosisText(diagnosis, textStyle(host), { details });
}
