import { FaultlineError } from '../../core/error.ts';
import type { ReductionReport } from '../../core/reduction.ts';
import type { Failure } from '../../experiments/ending.ts';
import { cheapestFirst, type Oracle } from '../../experiments/oracle.ts';
import { checker } from '../../experiments/oracles/checker.ts';
import { command, type CommandRunner } from '../../experiments/oracles/command.ts';
import { countTokens, liveCall } from '../../experiments/oracles/live.ts';
import { simulator } from '../../experiments/oracles/simulator.ts';
import { sessionOf, type Pace } from '../../experiments/session.ts';
import { failureWords, reductionText } from '../../report/reduction-text.ts';
import { duration } from '../../report/words.ts';
import { commandOf } from '../child.ts';
import { worldOf } from '../doctor/examining.ts';
import { judgeOneText } from '../one-verdict.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import type { World } from '../world/world.ts';
import { commandRunner } from './command-runner.ts';
import { environmentOf, limitMsOf, liveOf, liveOptions, machinePace, reducingBudget, type Live } from './live.ts';
import { formOf, formsFor, requestForms, writeForms, type RequestForm } from './outputs.ts';
import { reducePlanJson, reducePlanText } from './plan-text.ts';
import { studiedIn, type Studied } from './studied.ts';
import { reduceStudied } from './work.ts';

const forms: readonly string[] = Object.keys(requestForms);

/** Makes a failing request as small as it can be while it fails in the same way. */
export const reduce = defineOperation({
  name: 'reduce',
  summary: 'Make a failing request as small as it can be while it fails in the same way',
  operands: '[FILE | INCIDENT | -] [-- COMMAND [ARGUMENT]...]',
  about:
    'Takes out of a failing request whatever the failure does not need (messages, blocks, tools, members, headers, beta values), puts neutral values in the place of what the user wrote, and writes what is left as JSON, curl, TypeScript and Python. The rules of `faultline check` and the simulator are asked first, and cost nothing; nothing is sent without `--live`. Every live call is counted against a budget, and a busy service is waited for. A command of your own behind `--` gets each body on its standard input, with FAULTLINE_ENDPOINT and FAULTLINE_HEADERS set, and ends with 0 where the call succeeds.',
  options: {
    ...liveOptions,
    out: {
      type: 'string',
      value: 'FOLDER',
      about: `also write ${Object.values(requestForms).join(', ')} into this folder, and never over a file`,
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      about: 'judge by the rules of that day (YYYY-MM-DD; the day of the incident, or today)',
    },
    json: {
      type: 'boolean',
      against: ['format=text', ...forms.map((form) => `format=${form}`)],
      about: 'print one JSON object (schemas/reduce.schema.json)',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', ...forms],
      about: `text (default), json, or what is left alone: ${forms.join(', ')}`,
    },
  },
  examples: [
    { command: 'faultline reduce request.json', about: 'the smallest request that fails in the same way' },
    { command: 'faultline reduce inc_... --out reduced', about: 'of a failing call that was kept, with scripts' },
    { command: 'faultline reduce request.json --live --plan', about: 'what live calls would be made' },
    { command: 'faultline reduce request.json -- ./send.sh', about: 'by what your own command says' },
    { command: 'pbpaste | faultline reduce --format curl', about: 'a command to paste into a report' },
  ],
  run: async (input, host) => runReduce(input, host, worldOf(host), machinePace),
});

/** Runs the command in a given world. */
export async function runReduce(input: OperationInput, host: Host, world: World, pace: Pace): Promise<ExitCode> {
  const own = commandOf(input.behindDashes);
  const [operand, ...others] = input.args.slice(0, input.args.length - input.behindDashes.length);
  if (others.length > 0) {
    throw new FaultlineError('too-many-inputs', 'One request is reduced at a time.', 'Give one file or one incident.');
  }
  const studied = await studiedIn(operand, host);
  const day = dayOf(input, studied, host);
  const limitMs = limitMsOf(input);
  const budget = reducingBudget(input);
  const live = liveOf(input, studied, world);
  const environment = environmentOf(studied, day, live, world, limitMs);
  const first = studied.known ?? (await checker.ask(studied.request, environment));
  const oraclesUntil = (signal: AbortSignal): readonly Oracle[] =>
    oraclesOf(
      studied,
      live,
      own && commandRunner(own, host, limitMs, signal),
      first.kind === 'failure' ? first : undefined,
    );
  if (input.flag('plan')) {
    const oracles = oraclesUntil(new AbortController().signal);
    const isJson = formatOf(input) === 'json';
    host.out(
      isJson
        ? `${JSON.stringify(reducePlanJson(oracles, live, budget), undefined, 2)}\n`
        : reducePlanText(oracles, live, budget, textStyle(host)),
    );
    return exitCodes.nothingFound;
  }
  if (studied.note !== undefined) host.err(`faultline: ${studied.note}\n`);
  const progress = progressOn(host);
  const { result: report, isInterrupted } = await untilInterrupted(async (signal) => {
    const session = sessionOf({
      budget,
      pace,
      signal,
      onPause: ({ waitMs, because }) => {
        progress.clear();
        host.err(`faultline: the service is busy (${because}); asking again in ${duration(waitMs)}.\n`);
      },
    });
    const oracles = oraclesUntil(signal);
    return reduceStudied({ studied, oracles, environment, session, onProbe: progress.tell });
  }).finally(progress.clear);
  tell(report, studied, live, input, host);
  if (isInterrupted) return exitCodes.interrupted;
  if (report.outcome !== 'reduced' || report.confirmed?.isSame === false) return exitCodes.couldNotTell;
  return report.isMinimal ? exitCodes.nothingFound : exitCodes.couldNotTell;
}

/** The checker knows no signatures of thinking, which the simulator does; live calls know the rest. */
function oraclesOf(
  studied: Studied,
  live: Live | undefined,
  runner: CommandRunner | undefined,
  failure: Failure | undefined,
): readonly Oracle[] {
  const keepsMaxTokens = failure !== undefined && isAboutMaxTokens(failure);
  return cheapestFirst([
    checker,
    ...(isSimulated(studied) ? [simulator(judgeOneText)] : []),
    ...(runner ? [command(runner, judgeOneText)] : []),
    ...(live ? [countTokens(judgeOneText), liveCall(judgeOneText, { keepsMaxTokens })] : []),
  ]);
}

/** The simulator plays the API itself, not clouds; what is wrong with an entry of a batch surfaces only in its result. */
function isSimulated({ platform, request: { endpoint } }: Studied): boolean {
  const isCloud = platform === 'bedrock' || platform === 'vertex' || platform === 'foundry';
  return !isCloud && (endpoint === '/v1/messages' || endpoint === '/v1/messages/count_tokens');
}

function isAboutMaxTokens({ path, message, causes }: Failure): boolean {
  return (
    `${path ?? ''} ${message ?? ''}`.includes('max_tokens') ||
    causes.some((cause) => cause === 'streaming-required' || cause === 'thinking-budget')
  );
}

function tell(
  report: ReductionReport,
  studied: Studied,
  live: Live | undefined,
  input: OperationInput,
  host: Host,
): void {
  const { request, failureLeft } = report;
  const format = formatOf(input);
  const head = {
    shows: `Fails with ${failureWords(failureLeft)}`.replaceAll(/\s+/g, ' '),
    baseUrl: live?.target.baseUrl ?? studied.baseUrl,
  };
  const available = formsFor(studied.platform);
  const form = available.find((one) => one === format);
  if (!form && forms.includes(format)) {
    throw new FaultlineError(
      'format-not-possible',
      `Calls to ${studied.platform} are signed by the SDK of the cloud, so there is no ${format} of them.`,
      'Print the request: --format request.',
    );
  }
  if (format === 'json') host.out(`${JSON.stringify({ kind: 'reduction', ...report }, undefined, 2)}\n`);
  else if (form && request) host.out(formOf(form, request, head));
  else (form ? host.err : host.out)(reductionText(report, textStyle(host)));
  const folder = input.value('out');
  if (folder === undefined || !request) return;
  const say = format === 'text' ? host.out : host.err;
  const files = writeForms(folder, available, request, head, host);
  say(`\n  Written    ${files.join(', ')}\n`);
}

function formatOf(input: OperationInput): 'text' | 'json' | RequestForm {
  if (input.flag('json')) return 'json';
  const format = input.value('format');
  if (format === 'json') return 'json';
  return (['request', 'curl', 'typescript', 'python'] as const).find((form) => form === format) ?? 'text';
}

function dayOf(input: OperationInput, { day }: Studied, host: Host): string {
  const asOf = input.value('as-of');
  if (asOf === undefined) return day ?? new Date(host.now()).toISOString().slice(0, 10);
  if (/^\d{4}-\d\d-\d\d$/.test(asOf) && !Number.isNaN(Date.parse(asOf))) return asOf;
  throw new FaultlineError(
    'option-invalid',
    `--as-of ${asOf} is not a day.`,
    'Write it as YYYY-MM-DD, for example --as-of 2026-10-21.',
  );
}

/** In a terminal one line that changes; elsewhere nothing, as most reductions take less than a second. */
function progressOn(host: Host): {
  readonly tell: (probe: { readonly number: number; readonly bytes: number }) => void;
  readonly clear: () => void;
} {
  const clearLine = '\r\u001b[K';
  return {
    tell: ({ number, bytes }) => {
      if (host.errIsTerminal) host.err(`${clearLine}Question ${number}: ${bytes} bytes so far`);
    },
    clear: () => {
      if (host.errIsTerminal) host.err(clearLine);
    },
  };
}
