import type { Baseline, BaselineCheck } from '../../core/baseline.ts';
import { budgetOf, type Budget } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import { present } from '../../core/present.ts';
import type { Target } from '../../core/probe.ts';
import { isCredentialHeader } from '../../redactors/secret-headers.ts';
import { baselineCheckGithub, baselineCheckText, savedText } from '../../report/baseline-text.ts';
import { worldOf } from '../doctor/examining.ts';
import { requestIn } from '../doctor/request-file.ts';
import { targetOf } from '../doctor/target.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { version } from '../version.ts';
import type { World } from '../world/world.ts';
import { checkedAgainst } from './check.ts';
import { readBaseline, usualFile, writeBaseline } from './file.ts';
import { judgedByRules, liveBudget, modelOf, sentLive, smallestFor, type KnownGood } from './known-good.ts';
import { lookAtToday } from './today.ts';

/** Notes a configuration that works, and compares with it later. */
export const baseline = defineOperation({
  name: 'baseline',
  summary: 'Note a configuration that works, and say later what changed',
  operands: '[save | check]',
  operandChoices: async () => Object.keys(actions),
  about:
    'Writes one small file, to be kept beside the code: SDKs, runtimes, model, betas, API version, base URL, limits, a request that works with the shape of its answer, and how the checks of this machine end. `check` compares today with it, tries the request by the rules of the API, and warns of what retires and of diagnostic settings that were left behind. Nobody is asked without --live. The file holds no credential.',
  options: {
    file: { type: 'string', value: 'PATH', about: `the file (${usualFile} unless said)` },
    request: {
      type: 'string',
      value: 'FILE',
      about: 'the request that works; with check: as the program sends it today',
    },
    model: {
      type: 'string',
      value: 'ID',
      against: ['request'],
      about: 'without a request: the model that the program asks for',
    },
    live: {
      type: 'boolean',
      about: 'send the request once, and make the free checks of the way to the API and of the account',
    },
    offline: { type: 'boolean', against: ['live'], about: 'ask nobody; this is so without --live too' },
    budget: {
      type: 'string',
      value: 'LIST',
      needs: 'live',
      about: `the most that the live call may use: tokens=N,seconds=N (${liveBudget.tokens}, ${liveBudget.seconds})`,
    },
    'base-url': { type: 'string', value: 'URL', about: 'where calls go (default: what the environment says)' },
    strict: { type: 'boolean', about: 'with check: end with 1 on warnings too' },
    json: { type: 'boolean', against: ['format=text', 'format=github'], about: 'print one JSON object' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'github'],
      about: 'text (default), json, or github: with check, workflow commands at the lines of the file',
    },
  },
  examples: [
    { command: 'faultline baseline save --request request.json --live', about: 'note what works now' },
    { command: 'faultline baseline check', about: 'what changed since, without asking anybody' },
    { command: 'faultline baseline check --format github', about: 'in a workflow, for pull requests that upgrade' },
    { command: 'faultline baseline check --live --budget tokens=500', about: 'and does it still work?' },
  ],
  run: async (input, host) => runBaseline(input, host, worldOf(host)),
});

/** Runs the command in a given world. */
export async function runBaseline(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const [name] = input.args;
  const action = name === undefined ? undefined : actions[name];
  if (action) return action(input, host, world);
  const meant = name === undefined ? undefined : nearest(name, Object.keys(actions));
  throw new FaultlineError(
    name === undefined ? 'operand-missing' : 'action-unknown',
    name === undefined ? '`faultline baseline` needs to know what to do.' : `\`faultline baseline\` cannot ${name}.`,
    meant === undefined
      ? '`faultline baseline save` notes what works now; `faultline baseline check` compares with it.'
      : `Did you mean \`faultline baseline ${meant}\`?`,
  );
}

const actions: Readonly<Record<string, (input: OperationInput, host: Host, world: World) => Promise<ExitCode>>> = {
  save,
  check,
};

async function save(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const file = input.value('file') ?? usualFile;
  const before = readBaseline(file, host);
  const request = (await requestOf(input, host)) ?? before?.baseline.knownGood;
  if (!request) {
    throw new FaultlineError(
      'request-missing',
      'A baseline needs a request that works.',
      'Give one: `faultline baseline save --request request.json`; or the model alone: --model claude-sonnet-5.',
    );
  }
  const day = new Date(host.now()).toISOString().slice(0, 10);
  const target = targetFor(request, input, world);
  const [error] = judgedByRules(request, target.platform, day).errors;
  if (error !== undefined) {
    throw new FaultlineError(
      'request-refused',
      `The API would refuse this request: ${error}`,
      '`faultline check` says more; a baseline takes only what works.',
    );
  }
  const live = liveOf(input);
  const said = live && (await sentLive(request, target, live, host, world));
  if (said && said.kind !== 'answered') {
    throw new FaultlineError(
      'request-refused',
      `The request does not work here: ${said.said}.`,
      said.kind === 'unanswered' ? 'Try again later, or leave --live out.' : 'A baseline takes only what works.',
    );
  }
  const { leftOver: _leftOver, ...today } = await lookAtToday(request, target, live !== undefined, host, world);
  const { endpoint, headers, body } = request;
  // What the API once answered to this very request stays known.
  const known = before?.baseline.knownGood;
  const isKnown = known !== undefined && JSON.stringify(known.body) === JSON.stringify(body);
  const seen: Pick<Baseline['knownGood'], 'judgedBy' | 'answer'> = said
    ? { judgedBy: 'api', ...present({ answer: said.answer }) }
    : isKnown
      ? { judgedBy: known.judgedBy, ...present({ answer: known.answer }) }
      : { judgedBy: 'rules' };
  const saved: Baseline = {
    kind: 'faultline-baseline',
    version: 1,
    savedOn: day,
    faultline: version(),
    target: today.target,
    surroundings: today.surroundings,
    fingerprint: today.fingerprint,
    knownGood: { endpoint, headers, body, ...seen },
    limits: said?.limits ?? (isKnown ? before?.baseline.limits : undefined) ?? {},
    doctor: today.doctor,
  };
  writeBaseline(file, saved, host);
  host.out(
    formatOf(input) === 'json'
      ? `${JSON.stringify(saved, undefined, 2)}\n`
      : savedText(file, saved, before === undefined, textStyle(host)),
  );
  return exitCodes.nothingFound;
}

async function check(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const file = input.value('file') ?? usualFile;
  const read = readBaseline(file, host);
  if (!read) {
    throw new FaultlineError(
      'baseline-missing',
      `There is no baseline ${file}.`,
      '`faultline baseline save --request request.json` writes one.',
    );
  }
  const request = (await requestOf(input, host)) ?? read.baseline.knownGood;
  const target = targetFor(request, input, world);
  const result = await checkedAgainst(
    { file, saved: read.baseline, request, target, ...present({ live: liveOf(input) }) },
    host,
    world,
  );
  host.out(printed(result, read.text, formatOf(input), host));
  return exitCodeOf(result, input.flag('strict'));
}

function printed(result: BaselineCheck, text: string, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'baseline-check', ...result }, undefined, 2)}\n`;
  return format === 'github' ? baselineCheckGithub(result, text) : baselineCheckText(result, textStyle(host));
}

function exitCodeOf({ outcome, items }: BaselineCheck, isStrict: boolean): ExitCode {
  if (outcome === 'unknown') return exitCodes.couldNotTell;
  const isWarned = isStrict && items.some(({ kind }) => kind === 'warning');
  return outcome === 'same' && !isWarned ? exitCodes.nothingFound : exitCodes.found;
}

/** The request that the flags give. */
async function requestOf(input: OperationInput, host: Host): Promise<KnownGood | undefined> {
  const file = input.value('request');
  const model = input.value('model');
  if (file === undefined) return model === undefined ? undefined : smallestFor(model);
  const { body, headers } = await requestIn(file, host);
  const kept = Object.entries(headers).filter(
    ([name]) => /^anthropic-(?:version|beta)$/.test(name) && !isCredentialHeader(name),
  );
  return { endpoint: '/v1/messages', headers: Object.fromEntries(kept), body };
}

/** What else the doctor asks says nothing of a configuration. */
const apiAlone = Object.fromEntries(
  (['status', 'connectivity', 'resolver', 'registry'] as const).map((purpose) => [
    purpose,
    'A baseline asks the API alone.',
  ]),
);

function targetFor(request: KnownGood, input: OperationInput, { machine }: World): Target {
  const wishes = { off: apiAlone, ...present({ baseUrl: input.value('base-url'), model: modelOf(request) }) };
  return targetOf(wishes, machine.env, machine.now());
}

function liveOf(input: OperationInput): Budget | undefined {
  return input.flag('live') ? budgetOf(input.value('budget'), liveBudget) : undefined;
}

function formatOf(input: OperationInput): string {
  return input.flag('json') ? 'json' : (input.value('format') ?? 'text');
}
