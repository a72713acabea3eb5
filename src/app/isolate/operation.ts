import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { formatOptions } from '../format-options.ts';
import { isolationMarkdown } from '../../report/isolation-markdown.ts';
import { isolationText } from '../../report/isolation-text.ts';
import type { Isolation } from '../../core/isolation.ts';
import { redactedValue } from '../../redactors/value.ts';
import { redact } from '../../redactors/index.ts';
import { formatOf, worldOf } from '../doctor/examining.ts';
import { textStyle } from '../style.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import type { World } from '../world/world.ts';
import { isolateInBrowser } from './browser/browser.ts';
import { writeBundle } from './bundle.ts';
import { askerFor, isolate as isolateOrder } from './isolate.ts';
import { sessionOf } from '../../experiments/session.ts';
import { orderOf } from './order.ts';
import { planOf, planText } from './plan.ts';
import { variables } from './variables/index.ts';

const varied = variables.map(({ name, value }) =>
  value === '' ? name : `${name}${value.startsWith('[') ? `[=${value.slice(1)}` : `=${value}`}`,
);

/** Finds the one variable that flips the outcome. */
export const isolate = defineOperation({
  name: 'isolate',
  summary: 'Find the one thing that makes the difference between failing and working',
  operands: '[INCIDENT | REQUEST] [-- COMMAND [ARGUMENT]...]',
  about: `Changes one variable at a time, the cheapest and least disruptive first, and names the one that flips the outcome; two that matter only together are told as two. With \`--good\`, what differs between a working and a failing request is halved to the smallest set. With a command behind \`--\`, that command is run with the environment changed (the request, where there is one, on its standard input). Nothing is sent without \`--live\`, and nothing is paid for without \`--allow-paid\`. \`--vary\` takes: ${varied.join(', ')}.`,
  options: {
    good: { type: 'string', value: 'FILE', about: 'a request that works, to be compared with the failing one' },
    vary: {
      type: 'string',
      value: 'LIST',
      multiple: true,
      about: 'what to vary: model=ID,key=env:NAME,...; may be repeated (default: what needs no value)',
    },
    live: { type: 'boolean', about: 'allow free calls (counts of tokens, the status page)' },
    'allow-paid': { type: 'boolean', needs: 'live', about: 'allow calls that cost tokens, with `max_tokens` cut down' },
    'base-url': { type: 'string', value: 'URL', about: 'where live calls go (default: what the environment says)' },
    proxy: { type: 'string', value: 'URL', about: 'the proxy of live calls; `none` for the direct way' },
    'no-status': { type: 'boolean', about: 'leave the status page out' },
    'status-url': { type: 'string', value: 'URL', about: 'another status page' },
    install: { type: 'boolean', about: 'allow a package to be installed into a temporary folder (for sdk=VERSION)' },
    bundle: {
      type: 'string',
      value: 'FILE',
      against: ['plan', 'live', 'good', 'vary', 'json', 'format'],
      about: 'write a script that makes the call on another machine; its result is read with --vary machine=FILE',
    },
    browser: {
      type: 'boolean',
      needs: 'live',
      against: ['plan', 'good', 'vary', 'bundle'],
      about: 'make the call from a page, in a normal and in a private window, and compare; without a credential',
    },
    plan: {
      type: 'boolean',
      against: ['format=markdown'],
      about: 'print what would be run, of whom, at what cost; run nothing',
    },
    timeout: { type: 'string', value: 'S', about: 'seconds that one run may take (30)' },
    budget: { type: 'string', value: 'LIST', about: 'the most to use: requests=N,tokens=N,seconds=N' },
    ...formatOptions,
  },
  examples: [
    { command: 'faultline isolate bad.json --good good.json', about: 'which part of the request it is' },
    {
      command: 'faultline isolate bad.json --live --vary model=claude-haiku-4-5,key=env:OTHER_KEY',
      about: 'the model or the key, by free calls',
    },
    {
      command: 'faultline isolate bad.json --live --vary proxy,ip,http --plan',
      about: 'see first what would be asked',
    },
    { command: 'faultline isolate -- node app.js', about: 'which variable of the environment it is' },
    { command: 'faultline isolate bad.json --live --browser', about: 'add-ons, CORS and what the browser keeps' },
    { command: 'faultline isolate bad.json --bundle there.mjs', about: 'compare with another machine' },
  ],
  run: async (input, host) => runIsolate(input, host, worldOf(host)),
});

/** Runs the command in a given world. Interrupted, it tells what was found until then. */
export async function runIsolate(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const { result, isInterrupted } = await untilInterrupted(async (signal) => run(input, host, world, signal));
  return isInterrupted ? exitCodes.interrupted : result;
}

async function run(input: OperationInput, host: Host, world: World, signal: AbortSignal): Promise<ExitCode> {
  const order = await orderOf(input, host, world);
  try {
    const bundle = input.value('bundle');
    if (bundle !== undefined) {
      host.out(bundleText(bundle, writeBundle(bundle, order.failing, host.cwd).redactions));
      return exitCodes.nothingFound;
    }
    if (input.flag('plan')) {
      // Nothing is asked: the session only makes the oracles that would be.
      const session = sessionOf({ budget: order.budget, pace: { now: () => 0, wait: async () => {} } });
      const plan = planOf(order, askerFor(order, session, world, signal));
      const isJson = formatOf(input) === 'json';
      host.out(
        isJson
          ? `${JSON.stringify({ kind: 'isolation-plan', ...plan }, undefined, 2)}\n`
          : planText(plan, textStyle(host)),
      );
      return exitCodes.nothingFound;
    }
    const work = input.flag('browser') ? isolateInBrowser : isolateOrder;
    const isolation = withoutSecrets(await work(order, host, world, signal));
    host.out(printed(isolation, formatOf(input), host));
    return exitCodeOf(isolation);
  } finally {
    order.close();
  }
}

function printed(isolation: Isolation, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'isolation', ...isolation }, undefined, 2)}\n`;
  return format === 'markdown' ? isolationMarkdown(isolation) : isolationText(isolation, textStyle(host));
}

/** What a request, a command or an answer says can hold anything. */
function withoutSecrets(isolation: Isolation): Isolation {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return redactedValue(isolation, redact).value as Isolation;
}

function exitCodeOf({ outcome }: Isolation): ExitCode {
  if (outcome === 'found') return exitCodes.found;
  return outcome === 'no-difference' ? exitCodes.nothingFound : exitCodes.couldNotTell;
}

function bundleText(path: string, redactions: number): string {
  return [
    `${path} makes the call on another machine, with a Node and nothing else:`,
    `  ANTHROPIC_API_KEY=... node ${path} > result.json`,
    'Bring result.json back, and compare:',
    '  faultline isolate REQUEST --live --vary machine=result.json',
    ...(redactions > 0
      ? [
          `${redactions} ${redactions === 1 ? 'secret was' : 'secrets were'} taken out of the body, so that the request is not quite the same.`,
        ]
      : []),
    '',
  ].join('\n');
}
