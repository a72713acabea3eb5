import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import { faults } from '../../faults/index.ts';
import { startSimulator, type Scenario, type Simulator } from '../../simulator/index.ts';
import { parseLimits } from '../../simulator/limits/limits.ts';
import { parseFaultFlag, parseScenario } from '../../simulator/scenario.ts';
import { commandOf } from '../child.ts';
import { defineOperation, exitCodes, type Host, type OperationInput } from '../operation.ts';
import { callLine } from './call-line.ts';
import { runCommand } from './command.ts';
import { untilStopped } from '../stop.ts';

/** Runs a local API that answers, refuses and fails as the real one does. */
export const simulate = defineOperation({
  name: 'simulate',
  summary: 'Run a local Claude API that refuses and fails as the real one does',
  operands: '[-- COMMAND [ARGUMENT]...]',
  about:
    'Answers the calls for messages, token counts, batches and models, and a status page, on this machine alone and without a network. Every request is judged as `faultline check` judges it. With a command behind `--`, runs it against the simulator and ends with its exit code.',
  options: {
    port: { type: 'string', value: 'PORT', about: 'the port to listen on (a free one unless said)' },
    seed: { type: 'string', value: 'NUMBER', about: 'answers and chances are the same for the same seed (1)' },
    fault: {
      type: 'string',
      value: 'NAME[=PROBABILITY]',
      multiple: true,
      about:
        'a fault for every call, or for some; may be repeated. The header x-faultline-fault names one for its call',
    },
    scenario: { type: 'string', value: 'FILE', about: 'faults, limits, incidents, texts and keys, as JSON' },
    limits: {
      type: 'string',
      value: 'LIMITS',
      about: 'start, build or scale, or requests=50,input=30000,output=8000,concurrency=2,acceleration=20000,spend=5',
    },
    judge: {
      type: 'string',
      value: 'HOW',
      choices: ['full', 'structure'],
      about: 'full (default), or by the schema alone, as mock servers do',
    },
    list: { type: 'boolean', about: 'print every fault, with the cause that it brings about' },
    json: { type: 'boolean', about: 'print the address and every call as one JSON line each' },
    quiet: { type: 'boolean', short: 'q', about: 'print the address alone' },
  },
  examples: [
    { command: 'faultline simulate', about: 'print an address, and answer until interrupted' },
    {
      command: 'faultline simulate --fault overloaded=0.3 -- npm test',
      about: 'tests against an API that is often overloaded',
    },
    { command: 'faultline simulate --limits requests=5 -- node app.js', about: 'five requests a minute, and then 429' },
    { command: 'faultline simulate --fault tls-expired', about: 'an address whose certificate has expired' },
  ],
  async run(input, host) {
    if (input.flag('list')) {
      host.out(faultList(input));
      return exitCodes.nothingFound;
    }
    const scenario = scenarioOf(input, host);
    const command = commandOf(input.args);
    // A command's own output is what its user wants to see, so that the calls go beside it.
    const say = command ? host.err : host.out;
    const simulator = await startSimulator({
      ...scenario,
      ...present({ port: numberOf(input, 'port') }),
      onCall: (entry) => {
        if (!input.flag('quiet')) say(input.flag('json') ? `${JSON.stringify(entry)}\n` : callLine(entry));
      },
    });
    say(input.flag('json') ? `${JSON.stringify({ url: simulator.url, port: simulator.port })}\n` : greeting(simulator));
    try {
      return command ? await runCommand(command, simulator, host) : await untilStopped();
    } finally {
      await simulator.stop();
    }
  },
});

function greeting({ url }: Simulator): string {
  return `The simulator listens at ${url}\nPoint an SDK at it: ANTHROPIC_BASE_URL=${url}\n`;
}

/** The scenario of the file, with what the flags add to it. */
function scenarioOf(input: OperationInput, host: Host): Scenario {
  const path = input.value('scenario');
  const scenario = path === undefined ? {} : parseScenario(textOf(path, host));
  const limits = input.value('limits');
  const judge = input.value('judge');
  return {
    ...scenario,
    ...present({ seed: numberOf(input, 'seed') }),
    ...(limits === undefined ? {} : { limits: limitsOf(limits) }),
    ...(judge === 'full' || judge === 'structure' ? { judge } : {}),
    faults: [...input.values('fault').map(parseFaultFlag), ...(scenario.faults ?? [])],
  };
}

function textOf(path: string, host: Host): string {
  try {
    return readFileSync(resolve(host.cwd, path), 'utf8');
  } catch (error) {
    throw new FaultlineError('input-missing', `The scenario ${path} cannot be read.`, 'Check the path.', {
      cause: error,
    });
  }
}

function limitsOf(text: string): NonNullable<Scenario['limits']> {
  const parsed = parseLimits(text);
  if ('limits' in parsed) return parsed.limits;
  throw new FaultlineError(
    'option-invalid',
    `--limits: ${parsed.problem}.`,
    'For example: --limits start,concurrency=2.',
  );
}

function numberOf(input: OperationInput, name: 'port' | 'seed'): number | undefined {
  const written = input.value(name);
  if (written === undefined || /^\d{1,9}$/.test(written)) return written === undefined ? undefined : Number(written);
  throw new FaultlineError(
    'option-invalid',
    `--${name} ${written} is no whole number.`,
    `Write it in digits: --${name} 4010.`,
  );
}

function faultList(input: OperationInput): string {
  if (input.flag('json')) {
    return `${JSON.stringify(
      faults.map(({ id, cause, summary, needsStream = false }) => ({ id, cause, summary, needsStream })),
      undefined,
      2,
    )}\n`;
  }
  const width = faults.reduce((widest, { id }) => Math.max(widest, id.length), 0) + 2;
  return faults
    .map(({ id, cause, summary }) => `${id.padEnd(width)}${summary}${cause === id ? '' : ` (${cause})`}\n`)
    .join('');
}
