import { present } from '../core/present.ts';
import type { Surroundings } from '../core/surroundings.ts';
import type { Machine } from '../core/world.ts';
import { environmentVariables, type EnvironmentVariable } from '../facts/environment.ts';
import { sdkPackages } from '../facts/sdk-packages.ts';
import { redact } from '../redactors/index.ts';
import { readRuntimes } from './environment/runtimes.ts';
import { readProject, versionsIn } from './libraries/project.ts';

/** What the operating system says of itself, which a probe has no use for. */
export type SystemFacts = Pick<Surroundings, 'system' | 'release' | 'architecture' | 'zone'>;

/** Looks at the machine and the project in which calls are made. Nothing is asked beyond this machine. */
export async function readSurroundings(machine: Machine, system: SystemFacts): Promise<Surroundings> {
  const [{ node, python }, project] = await Promise.all([readRuntimes(machine), readProject(machine)]);
  const set = environmentVariables().filter(({ name }) => (machine.env[name] ?? '').trim() !== '');
  return {
    ...system,
    ...present({ node, python }),
    sdks: sdkPackages.flatMap(({ id }) => versionsIn(project, id).map(({ version }) => ({ package: id, version }))),
    variables: set.map(({ name }) => name).toSorted(),
    settings: Object.fromEntries(
      set.flatMap((variable): readonly (readonly [string, string])[] => {
        const shown = shownValue(variable, machine.env[variable.name]?.trim() ?? '');
        return shown === undefined ? [] : [[variable.name, shown]];
      }),
    ),
  };
}

/** Regions are written in ids' places, and are none. */
const regions: ReadonlySet<string> = new Set(['AWS_REGION', 'AWS_DEFAULT_REGION', 'CLOUD_ML_REGION']);

/** Lists of the hosts of a network, which are the affair of those who run it. */
const named: ReadonlySet<string> = new Set(['NO_PROXY', 'no_proxy']);
/** A word or a number; what is longer can be anything, such as a whole body. */
const harmless = /^[\w.:@/+-]{1,64}$/;

/** What may be told of a value: where calls go, which model, which switch. */
function shownValue({ name, holds }: EnvironmentVariable, value: string): string | undefined {
  if (holds === 'address') return originOf(value);
  if (holds !== 'model' && holds !== 'setting' && !regions.has(name)) return undefined;
  return harmless.test(value) && !named.has(name) ? redact(value).text : undefined;
}

/** An address without path, query and credentials. */
function originOf(value: string): string | undefined {
  const address = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return host === '' ? undefined : `${protocol}//${host}`;
}
