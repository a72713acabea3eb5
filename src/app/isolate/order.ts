import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { budgetOf, type Budget } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { Failure } from '../../experiments/ending.ts';
import { compareRequests, type RequestComparison } from '../../experiments/isolate/request-differences.ts';
import type { SearchOptions } from '../../experiments/isolate/search.ts';
import { commandOf, type Command } from '../child.ts';
import { webAddress } from '../doctor/options.ts';
import { targetOf } from '../doctor/target.ts';
import type { Host, OperationInput } from '../operation.ts';
import type { World } from '../world/world.ts';
import type { Allowed } from './oracles.ts';
import type { Setup } from './setup.ts';
import { subjectOf, type Subject } from './subject.ts';
import { thingsOf, type Things } from './things.ts';
import type { Change } from './variable.ts';
import { usualWishes, variationOf, wishesIn } from './vary.ts';

/** Everything that an isolation needs: what the user said, read and checked. */
export interface Order {
  readonly failing: Setup;
  readonly things: Things;
  readonly changes: readonly Change[];
  readonly comparison?: RequestComparison;
  readonly left: readonly { readonly variable: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly known?: Failure;
  readonly allowed: Allowed;
  readonly budget: Budget;
  /** The day to judge by (ISO). */
  readonly day: string;
  readonly limitMs: number;
  readonly asksStatus: boolean;
  readonly strategy: (varied: number) => SearchOptions['strategy'];
  /** Removes what was laid down for this run. */
  readonly close: () => void;
}

const usualBudget: Budget = { requests: 40, tokens: 4000, seconds: 600 };
const usualLimitMs = 30_000;
/** So many changes are tried one after the other; of more, half at a time. */
const mostOneByOne = 4;

/** Reads flags and files. */
export async function orderOf(input: OperationInput, host: Host, world: World): Promise<Order> {
  const command = commandOf(input.behindDashes);
  const operands = input.args.slice(0, input.args.length - input.behindDashes.length);
  const bad = await subjectIn(operands, command, host);
  const failing = setupOf(bad, input, world);
  const allowed: Allowed = {
    mayCall: input.flag('live'),
    mayPay: input.flag('allow-paid'),
    hasRequest: bad !== undefined,
    ...present({ command }),
  };
  const scratch = scratchFolder();
  try {
    const goodFile = input.value('good');
    const comparison = goodFile === undefined ? undefined : compared(bad, await subjectOf(goodFile, host), goodFile);
    const named = input.values('vary');
    const wishes = named.length > 0 ? wishesIn(named) : comparison ? [] : usualWishes(command !== undefined);
    const variation = await variationOf(wishes, {
      failing,
      machine: world.machine,
      mayInstall: input.flag('install'),
      isPlanning: input.flag('plan'),
      scratch: scratch.path,
    });
    if (allowed.mayCall && allowed.hasRequest && !input.flag('browser'))
      refuseDeafness(variation.failing, variation.changes);
    const isVaried = input.value('bundle') === undefined && !input.flag('browser');
    if (isVaried) refuseNothing(variation.changes, comparison, variation.left);
    return {
      failing: variation.failing,
      things: thingsOf(variation.failing, variation.changes, comparison),
      changes: variation.changes,
      left: variation.left,
      notes: [...notesOn(bad, failing, allowed), ...notesOf(comparison)],
      allowed,
      day: bad?.day ?? new Date(world.machine.now()).toISOString().slice(0, 10),
      budget: budgetOf(input.value('budget'), usualBudget),
      limitMs: limitOf(input.value('timeout')),
      asksStatus: input.flag('live') && !input.flag('no-status'),
      strategy: (count) => (comparison || count > mostOneByOne ? 'halves' : 'one-by-one'),
      close: scratch.remove,
      ...present({ known: bad?.known, comparison }),
    };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

async function subjectIn(
  operands: readonly string[],
  command: Command | undefined,
  host: Host,
): Promise<Subject | undefined> {
  const [given, surplus] = operands;
  if (surplus !== undefined) {
    throw new FaultlineError(
      'operand-surplus',
      `\`faultline isolate\` takes one request, and not ${surplus} as well.`,
      'Give the request that works with --good, and a command behind `--`.',
    );
  }
  if (given !== undefined) return subjectOf(given, host);
  if (command) return undefined;
  if (!host.stdinIsTerminal) return subjectOf('-', host);
  throw new FaultlineError(
    'no-input',
    'Nothing to isolate: no request and no command was given.',
    'Give the failing request, `faultline isolate bad.json --good good.json`, or the failing command, `faultline isolate -- node app.js`.',
  );
}

/** Command lines are seen by every program of the machine, and kept in the shell's history. */
function refuseSecrets(input: OperationInput): void {
  for (const flag of ['base-url', 'proxy']) {
    const written = input.value(flag) ?? '';
    if (!/^(?:[a-z][\w+.-]*:\/\/)?[^/@\s]*@/i.test(written)) continue;
    throw new FaultlineError(
      'secret-on-command-line',
      `--${flag} holds a user, and so a credential, in the open.`,
      flag === 'proxy' ? 'Set HTTPS_PROXY to it instead, and leave --proxy out.' : 'Leave the part before the @ out.',
    );
  }
}

function setupOf(bad: Subject | undefined, input: OperationInput, { machine }: World): Setup {
  refuseSecrets(input);
  const { env, now } = machine;
  const target = targetOf(
    {
      mayPay: input.flag('allow-paid'),
      ...present({
        baseUrl: input.value('base-url'),
        proxy: input.value('proxy'),
        statusUrl: webAddress(input, 'status-url'),
      }),
    },
    env,
    now(),
  );
  return {
    request: { endpoint: bad?.endpoint ?? '/v1/messages', headers: bad?.headers ?? {}, body: bad?.body ?? {} },
    areHeadersKnown: bad?.areHeadersKnown ?? false,
    platform: bad?.platform ?? target.platform,
    target,
    way: {},
    caller: { kind: 'http' },
    env,
    ...(bad?.text === undefined ? {} : { text: bad.text }),
  };
}

/** Lays the good request over the failing one; what the good file does not tell is as in the failing one. */
function compared(bad: Subject | undefined, good: Subject, name: string): RequestComparison {
  if (!bad) {
    throw new FaultlineError('no-request', '--good has nothing to be compared with.', 'Give the failing request too.');
  }
  for (const [file, { text }] of [
    ['the failing file', bad],
    [name, good],
  ] as const) {
    if (text === undefined) continue;
    throw new FaultlineError(
      'request-unreadable',
      `The request in ${file} is not a JSON object, so that it has no parts to compare.`,
      '`faultline check` says where it breaks off, and can repair it.',
    );
  }
  const headers = good.hasHeaders && bad.hasHeaders ? good.headers : bad.headers;
  return compareRequests({ endpoint: good.endpoint, headers, body: good.body }, bad);
}

/** Says before anything is asked that nobody would answer. */
function refuseDeafness(failing: Setup, changes: readonly Change[]): void {
  const { platform, target } = failing;
  if (platform === 'bedrock' || platform === 'vertex' || platform === 'foundry') {
    throw new FaultlineError(
      'live-not-possible',
      `Calls to ${platform} are signed by the SDK of the cloud, and cannot be made here.`,
      'Leave `--live` out, or give a command of your own that sends what it gets behind `--`.',
    );
  }
  if (target.credential || changes.some(({ variable }) => variable === 'key')) return;
  throw new FaultlineError(
    'key-missing',
    'Live calls need a key, and the environment holds none.',
    'Set ANTHROPIC_API_KEY, or leave `--live` out.',
  );
}

/** What a reader should know of how the failing side was read. */
function notesOn(bad: Subject | undefined, { target }: Setup, { mayCall }: Allowed): readonly string[] {
  const { note, sentTo } = bad ?? {};
  return [
    ...(note === undefined ? [] : [note]),
    // A key is sent nowhere but where the user says, so that the incident cannot decide.
    ...(mayCall && sentTo !== undefined && sentTo !== target.baseUrl
      ? [
          `The incident was recorded on the way to ${sentTo}, and the calls here go to ${target.baseUrl}: \`--base-url\` makes the two the same.`,
        ]
      : []),
  ];
}

function notesOf(comparison: RequestComparison | undefined): readonly string[] {
  if (!comparison || comparison.leftOut.length === 0) return [];
  const { leftOut } = comparison;
  const shown = leftOut
    .slice(0, 8)
    .map((name) => `\`${name}\``)
    .join(', ');
  return [
    `The two requests differ also in ${shown}${leftOut.length > 8 ? ` and ${leftOut.length - 8} more` : ''}, which the API does not read as part of a request, or which hold a credential.`,
  ];
}

function refuseNothing(
  changes: readonly Change[],
  comparison: RequestComparison | undefined,
  left: readonly { readonly variable: string; readonly because: string }[],
): void {
  if (changes.length + (comparison?.parts.length ?? 0) > 0) return;
  const reasons = left.map(({ variable, because }) => `${variable}: ${because}`).join(' ');
  throw new FaultlineError(
    'nothing-to-vary',
    comparison && left.length === 0
      ? 'The two requests are the same, so that nothing in them can make the difference.'
      : `There is nothing to vary. ${reasons}`.trim(),
    'Name what differs between the call that fails and one that works, for example --vary model=ID or --vary key=env:NAME.',
  );
}

function limitOf(written: string | undefined): number {
  if (written === undefined) return usualLimitMs;
  const seconds = Number(written);
  if (seconds > 0 && seconds <= 3600) return seconds * 1000;
  throw new FaultlineError(
    'option-invalid',
    `--timeout ${written} is no number of seconds between 0 and 3600.`,
    'For example: --timeout 60.',
  );
}

/** A folder for this run alone, made when it is needed. */
function scratchFolder(): { readonly path: () => string; readonly remove: () => void } {
  let made: string | undefined;
  return {
    path: () => (made ??= mkdtempSync(join(tmpdir(), 'faultline-isolate-'))),
    remove: () => {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    },
  };
}
