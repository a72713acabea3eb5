import { defineProbe, type Note, type Target } from '../../core/probe.ts';
import { textOf } from '../../core/json.ts';
import type { Network } from '../../core/world.ts';
import { compareVersions, newestOf } from '../../core/version.ts';
import { outcomeOf } from '../noticed.ts';
import { nameOf, usedSdks, type UsedSdk } from './faults.ts';
import { readProject } from './project.ts';
import { parseJson } from './readers/json.ts';

interface Registry {
  readonly prefix: string;
  readonly host: string;
  /** The only package of it that is asked for: one request, whatever the project has. */
  readonly name: string;
  readonly path: string;
  readonly latestIn: (body: string) => string | undefined;
}

const registries: readonly Registry[] = [
  {
    prefix: 'npm:',
    host: 'registry.npmjs.org',
    name: '@anthropic-ai/sdk',
    path: '/@anthropic-ai%2fsdk/latest',
    latestIn: (body) => textOf(parseJson(body)['version']),
  },
  {
    prefix: 'pypi:',
    host: 'pypi.org',
    name: 'anthropic',
    // The list of releases is small; the description of the project is of several megabytes.
    path: '/rss/project/anthropic/releases.xml',
    latestIn: (body) =>
      newestOf([...body.matchAll(/<title>\s*(\d[^<\s]*)\s*<\/title>/g)].map(([, version = '']) => version)),
  },
];

/** Asks the registries for the newest versions of the SDKs that the project uses. */
export const latestVersions = defineProbe({
  id: 'latest-versions',
  asks: 'Is there a newer version of the SDK?',
  cost: 'free-call',
  uses: { requests: registries.length },
  addresses: () => registries.map(({ host, path }) => ({ purpose: 'registry', host, port: 443, what: `GET ${path}` })),
  limitMs: 4000,
  rulesOut: [],
  run: async ({ machine, network, target }) => {
    const used = usedSdks(await readProject(machine));
    const asked = registries.flatMap((registry) => {
      const own = used.filter(({ sdk }) => sdk.id === `${registry.prefix}${registry.name}`);
      return own.length > 0 ? [{ registry, own }] : [];
    });
    if (asked.length === 0)
      return { kind: 'skipped', because: 'This project uses no SDK whose registry is asked.', isNeedless: true };
    const answers = await Promise.all(asked.map(async ({ registry, own }) => compare(registry, own, network, target)));
    const known = answers.flatMap((answer) => answer ?? []);
    if (known.length === 0)
      return { kind: 'unanswerable', because: 'The registries did not answer, or not as they do.' };
    return outcomeOf({ notes: known.flatMap(({ notes }) => notes) }, known.map(({ saw }) => saw).join(' '));
  },
});

async function compare(
  { host, path, name, latestIn }: Registry,
  used: readonly UsedSdk[],
  network: Network,
  { proxy }: Target,
): Promise<{ readonly saw: string; readonly notes: readonly Note[] } | undefined> {
  const answer = await network.send({
    method: 'GET',
    url: `https://${host}${path}`,
    headers: { accept: '*/*', 'user-agent': 'faultline-doctor' },
    ...(proxy ? { proxy: { url: proxy.url } } : {}),
  });
  if (answer.kind !== 'answered' || answer.status !== 200) return undefined;
  const latest = latestIn(answer.body);
  if (latest === undefined) return undefined;
  return {
    saw: `The newest \`${name}\` is ${latest}.`,
    notes: used
      .filter(({ version }) => (compareVersions(version, latest) ?? 0) < 0)
      .map(({ sdk, version, files }) => ({
        text: `\`${nameOf(sdk.id)}\` ${version} (${files.slice(0, 2).join(', ')}) is not the newest; ${latest} is.`,
        remedy: { action: 'Update it, and read the migration notes when the first number changes.', run: sdk.update },
      })),
  };
}
