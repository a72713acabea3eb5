import { resolve } from 'node:path';
import { FaultlineError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import type { Host, OperationInput, OptionSpec } from '../operation.ts';
import type { Application, LogPlace } from './drive.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import type { Trigger } from './trigger.ts';

const usual = { retries: 10, timeoutSeconds: 30 } as const;

const failing = scenarios.map(({ id }) => id).filter((id) => id !== 'normal');

/** The flags by which the user's own application is verified. */
export const applicationOptions = {
  app: {
    type: 'string',
    value: 'COMMAND',
    about: 'drive this application against the simulator; it is run once for each scenario',
  },
  trigger: {
    type: 'string',
    value: 'COMMAND|URL',
    needs: 'app',
    about: 'the application is a server: start it once, and cause each call by this',
  },
  log: {
    type: 'string',
    value: 'FILE',
    needs: 'app',
    about: 'where the application logs; stdout or stderr where it logs there',
  },
  scenario: {
    type: 'string',
    value: 'NAME,...',
    multiple: true,
    needs: 'app',
    about: `only these, after the normal call: ${failing.join(', ')}`,
  },
  retries: {
    type: 'string',
    value: 'N',
    needs: 'app',
    about: `the most retries of one call that the application may make (${usual.retries})`,
  },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    needs: 'app',
    about: `what each scenario may take (${usual.timeoutSeconds})`,
  },
} as const satisfies Record<string, OptionSpec>;

/** The application that the flags name. */
export function applicationOf(input: OperationInput, host: Host): Application | undefined {
  const command = input.value('app');
  if (command === undefined) return undefined;
  const trigger = input.value('trigger');
  const log = logOf(input.value('log'), host) ?? (trigger === undefined ? undefined : ownOutputs);
  return {
    command,
    cwd: host.cwd,
    retries: wholeNumber(input, 'retries', usual.retries, 1000),
    limitMs: wholeNumber(input, 'timeout', usual.timeoutSeconds, 3600) * 1000,
    mostTries: 200,
    ...(trigger === undefined ? {} : { trigger: triggerOf(trigger, host) }),
    ...(log ? { log } : {}),
  };
}

/** The scenarios that the flags choose; the normal call, with which the others are compared, is always one. */
export function chosenScenarios(input: OperationInput): readonly Scenario[] {
  const words = input.values('scenario').flatMap((value) => value.split(',').map((word) => word.trim()));
  const unknown = words.find((word) => !scenarios.some(({ id }) => id === word));
  if (unknown !== undefined) {
    const meant = nearest(unknown, failing);
    throw new FaultlineError(
      'option-invalid',
      `--scenario ${unknown} is none of ${failing.join(', ')}.`,
      meant === undefined ? 'Leave it out to run all of them.' : `Did you mean --scenario ${meant}?`,
    );
  }
  return words.length === 0 ? scenarios : scenarios.filter(({ id }) => id === 'normal' || words.includes(id));
}

/** What a server writes is its log unless it has another; nobody who uses it sees that. */
const ownOutputs: LogPlace = { kind: 'output', of: 'both' };

function logOf(written: string | undefined, { cwd }: Host): LogPlace | undefined {
  if (written === undefined) return undefined;
  if (written === 'stdout' || written === 'stderr') return { kind: 'output', of: written };
  return { kind: 'file', path: resolve(cwd, written) };
}

function triggerOf(written: string, { env }: Host): Trigger {
  return /^https?:\/\/\S+$/i.test(written) && URL.canParse(written)
    ? { kind: 'url', url: new URL(written) }
    : { kind: 'command', command: written, env };
}

function wholeNumber(input: OperationInput, name: 'retries' | 'timeout', otherwise: number, most: number): number {
  const written = input.value(name);
  if (written === undefined) return otherwise;
  if (/^\d{1,4}$/.test(written) && Number(written) <= most && (name === 'retries' || Number(written) > 0))
    return Number(written);
  throw new FaultlineError(
    'option-invalid',
    `--${name} ${written} is no whole number up to ${most}.`,
    `Write it in digits: --${name} ${otherwise}.`,
  );
}
