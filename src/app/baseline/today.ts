import { createHash } from 'node:crypto';
import type { Baseline, BaselineSurroundings } from '../../core/baseline.ts';
import { defaultBudget } from '../../core/budget.ts';
import type { Examination } from '../../core/examination.ts';
import { present } from '../../core/present.ts';
import type { Target } from '../../core/probe.ts';
import type { Surroundings } from '../../core/surroundings.ts';
import { defaultApiVersionOf } from '../../facts/sdk-faults.ts';
import { sdkPackages } from '../../facts/sdk-packages.ts';
import { leftOverSettings, type LeftOver } from '../../probes/environment/detect/left-over-settings.ts';
import { readSettingsFiles } from '../../probes/environment/files.ts';
import { probes } from '../../probes/index.ts';
import { readSurroundings } from '../../probes/surroundings.ts';
import { isOwnMachine } from '../../core/local-host.ts';
import { examine } from '../doctor/examining.ts';
import type { Host, OperationInput } from '../operation.ts';
import { systemFacts } from '../report/gather.ts';
import type { World } from '../world/world.ts';
import { betasOf, modelOf, type KnownGood } from './known-good.ts';

/** The configuration as it is now. */
export type Today = Pick<Baseline, 'target' | 'surroundings' | 'fingerprint' | 'doctor'> & {
  readonly leftOver: readonly LeftOver[];
};

/** Looks at the configuration in which calls are made; other machines are asked only where that is allowed. */
export async function lookAtToday(
  knownGood: KnownGood,
  target: Target,
  mayAsk: boolean,
  host: Host,
  world: World,
): Promise<Today> {
  const { release: _release, zone: _zone, ...surroundings } = await readSurroundings(world.machine, systemFacts());
  const input = inputWith(mayAsk ? ['all'] : ['all', 'offline']);
  const examination = await examine(probes, target, { budget: defaultBudget }, input, silent(host), world);
  return {
    target: {
      baseUrl: target.baseUrl,
      platform: target.platform,
      apiVersion: apiVersionOf(knownGood, surroundings),
      betas: betasOf(knownGood),
      ...present({ model: modelOf(knownGood), proxy: target.proxy?.name }),
    },
    surroundings,
    fingerprint: fingerprintOf(surroundings),
    doctor: { reach: mayAsk ? 'network' : 'this-machine', outcome: examination.outcome, checks: checksOf(examination) },
    leftOver: [...leftOverSettings(world.machine.env, await readSettingsFiles(world.machine)), ...localBaseUrl(target)],
  };
}

function inputWith(flags: readonly string[]): OperationInput {
  return { args: [], behindDashes: [], flag: (name) => flags.includes(name), value: () => undefined, values: () => [] };
}

/** The checks are compared, and not told one by one. */
function silent(host: Host): Host {
  return { ...host, err: () => {} };
}

/** What was asked and how it ended; how long it took and what it saw differs from run to run. */
function checksOf({ probes: reports }: Examination): Baseline['doctor']['checks'] {
  return Object.fromEntries(
    reports
      .filter(({ mark }) => mark === 'fine' || mark === 'finding' || mark === 'noted')
      .map(({ id, mark }) => [id, mark]),
  );
}

/** The version that is sent: as the request says, else as the SDK of the project sends it by itself. */
function apiVersionOf({ headers }: KnownGood, { sdks }: Pick<Surroundings, 'sdks'>): string {
  const own = headers['anthropic-version'];
  if (own !== undefined) return own;
  for (const { id } of sdkPackages) {
    const found = sdks.find((one) => one.package === id);
    const version = found && defaultApiVersionOf(id, found.version);
    if (version !== undefined) return version;
  }
  return '2023-06-01';
}

function fingerprintOf(surroundings: BaselineSurroundings): string {
  return createHash('sha256').update(JSON.stringify(surroundings)).digest('hex').slice(0, 16);
}

/** A simulator or a recorder that is gone leaves its address behind. */
function localBaseUrl({ baseUrl, host }: Target): readonly LeftOver[] {
  if (!isOwnMachine(host)) return [];
  return [
    {
      where: 'The base URL',
      setting: baseUrl,
      harm: 'Calls go to this machine, as for a simulator or a recorder, and not to the API.',
      undo: { action: 'Unset it when the diagnosis is over.', run: 'unset ANTHROPIC_BASE_URL' },
    },
  ];
}
