import { defineProbe } from '../../core/probe.ts';
import { sdkPackages } from '../../facts/sdk-packages.ts';
import { listed, outcomeOf } from '../noticed.ts';
import { described, judgeSdks, nameOf, usedSdks } from './faults.ts';
import { readProject, type Project } from './project.ts';

/** Looks which SDKs this project uses, and what is known of their versions. */
export const sdkVersions = defineProbe({
  id: 'sdk-versions',
  asks: 'Which SDKs does this project use, and what is known of their versions?',
  cost: 'local',
  limitMs: 5000,
  rulesOut: [],
  run: async ({ machine }) => {
    const project = await readProject(machine);
    const used = usedSdks(project);
    return outcomeOf(
      judgeSdks(project),
      used.length > 0 ? `This project uses ${listed(used.map(described))}.` : withoutVersion(project),
    );
  },
});

function withoutVersion({ dependencies, files }: Project): string {
  const first = dependencies.find(({ id }) => sdkPackages.some((sdk) => sdk.id === id));
  if (first)
    return `\`${first.file}\` asks for \`${nameOf(first.id)}\`${first.range === undefined ? '' : ` \`${first.range}\``}; which version is installed is not to be seen here.`;
  return files.length === 0
    ? 'No file here names the packages of a project.'
    : 'No SDK of Anthropic is among the packages of this project.';
}
