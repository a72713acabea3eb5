import { isIP, isIPv6 } from 'node:net';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { Purpose } from '../../core/probe.ts';
import { isDay } from '../day.ts';
import type { Host, OperationInput, OptionSpec } from '../operation.ts';
import { formatOptions } from '../format-options.ts';
import { budgetOf, type Budget } from '../../core/budget.ts';
import { requestIn } from './request-file.ts';
import type { TargetWishes } from './target.ts';

const platforms = ['direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'] as const;

/** The flags of every command that asks the world. */
export const probingOptions = {
  plan: {
    type: 'boolean',
    against: ['format=markdown'],
    about: 'print what would be asked, of whom, at what cost; ask nothing',
  },
  all: { type: 'boolean', about: 'go on after the first decisive finding' },
  offline: { type: 'boolean', about: 'look at this machine only' },
  'base-url': { type: 'string', value: 'URL', about: 'the host to examine (default: what the environment says)' },
  platform: { type: 'string', value: 'NAME', choices: platforms, about: 'where Claude is called' },
  proxy: { type: 'string', value: 'URL', about: 'the proxy to go through; `none` for the direct way' },
  model: { type: 'string', value: 'ID', about: 'the model that the program asks for' },
  request: { type: 'string', value: 'FILE', about: 'the request that fails; it is checked, and counted for free' },
  at: { type: 'string', value: 'TIME', about: 'when it failed, to be matched with incidents (default: now)' },
  timeout: { type: 'string', value: 'S', about: 'seconds that each probe may take' },
  budget: { type: 'string', value: 'LIST', about: 'the most to use: requests=N,tokens=N,seconds=N' },
  'allow-paid': { type: 'boolean', about: 'allow one request that costs a few tokens' },
  'no-status': { type: 'boolean', about: 'leave the status page out' },
  'no-connectivity': { type: 'boolean', about: 'do not ask whether anything else on the internet answers' },
  'no-resolver': { type: 'boolean', about: 'do not ask a second name resolver' },
  'no-registry': { type: 'boolean', about: 'do not ask package registries' },
  'status-url': { type: 'string', value: 'URL', about: 'another status page' },
  'connectivity-url': { type: 'string', value: 'URL', about: 'another page that answers 204 to anybody' },
  resolver: { type: 'string', value: 'ADDRESS', about: 'another second resolver' },
  ...formatOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What the flags say of target and run. */
export interface Wishes {
  readonly target: TargetWishes;
  readonly budget: Budget;
  readonly isBudgetGiven: boolean;
  readonly limitMs?: number;
}

/** Reads the flags; files that they name are read too. */
export async function wishesOf(input: OperationInput, host: Host): Promise<Wishes> {
  const file = input.value('request');
  const switchable: readonly (readonly [Purpose, string])[] = [
    ['status', 'no-status'],
    ['connectivity', 'no-connectivity'],
    ['resolver', 'no-resolver'],
    ['registry', 'no-registry'],
  ];
  return {
    target: {
      off: Object.fromEntries(
        switchable.flatMap(([purpose, flag]) => (input.flag(flag) ? [[purpose, `--${flag}`]] : [])),
      ),
      mayPay: input.flag('allow-paid'),
      ...present({
        platform: platforms.find((one) => one === input.value('platform')),
        baseUrl: input.value('base-url'),
        proxy: input.value('proxy'),
        model: input.value('model'),
        request: file === undefined ? undefined : await requestIn(file, host),
        failedAt: momentOf(input.value('at')),
        statusUrl: webAddress(input, 'status-url'),
        connectivityUrl: webAddress(input, 'connectivity-url'),
        resolver: resolverAddress(input.value('resolver')),
      }),
    },
    budget: budgetOf(input.value('budget')),
    isBudgetGiven: input.value('budget') !== undefined,
    ...present({ limitMs: limitOf(input.value('timeout')) }),
  };
}

function momentOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const moment = Date.parse(written);
  const [day] = /^\d{4}-\d\d-\d\d/.exec(written) ?? [];
  if (!Number.isNaN(moment) && (day === undefined || isDay(day))) return moment;
  throw new FaultlineError('option-invalid', `--at ${written} is not a time.`, 'Write it as 2026-11-25T14:05:00Z.');
}

function limitOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const seconds = Number(written);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new FaultlineError(
    'option-invalid',
    `--timeout ${written} is no number of seconds between 0 and 600.`,
    'For example: --timeout 5.',
  );
}

/** A resolver is asked by its address: to find a name it would have to be asked itself. */
function resolverAddress(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const [, six, plain = written, port = '53'] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(written) ?? [];
  const isPort = Number(port) > 0 && Number(port) <= 65_535;
  if (isPort && (six === undefined ? isIP(plain) !== 0 : isIPv6(six))) return written;
  throw new FaultlineError(
    'option-invalid',
    `--resolver ${written} is no address.`,
    'Write an IP address, with a port where it is not 53: --resolver 9.9.9.9, --resolver [2620:fe::fe]:53.',
  );
}

/** The value of a flag that must be a web address. */
export function webAddress(input: OperationInput, flag: 'status-url' | 'connectivity-url'): string | undefined {
  const written = input.value(flag);
  if (written === undefined || (URL.canParse(written) && /^https?:/.test(written))) return written;
  throw new FaultlineError(
    'option-invalid',
    `--${flag} ${written} is no web address.`,
    'Write it with http:// or https://.',
  );
}
