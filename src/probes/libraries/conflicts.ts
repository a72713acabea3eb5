import type { ProbeFinding } from '../../core/probe.ts';
import { isWithin } from '../../core/version.ts';
import { libraryConflicts } from '../../facts/library-conflicts.ts';
import { sdkPackages, type PackageId } from '../../facts/sdk-packages.ts';
import { listed, type Noticed } from '../noticed.ts';
import { nameOf } from './faults.ts';
import { versionsIn, type Project } from './project.ts';

/** Looks for packages that do not go together, and for several copies of one SDK. */
export function conflicts(project: Project): Noticed {
  return { findings: [...pairs(project), ...copies(project), ...bothGoModules(project), ...notInstalled(project)] };
}

function pairs(project: Project): readonly ProbeFinding[] {
  return libraryConflicts().flatMap(({ one, other, certainty, why, action, run }): readonly ProbeFinding[] => {
    const left = versionsIn(project, one.package).find(({ version }) => isWithin(version, one.affected) === true);
    const right = versionsIn(project, other.package);
    // One copy that fits is enough: a package manager gives each its own.
    const isStuck = right.length > 0 && right.every(({ version }) => isWithin(version, other.affected) === true);
    const [first] = right;
    if (!left || !isStuck || !first) return [];
    return [
      {
        cause: 'sdk-dependency-conflict',
        certainty,
        saw: `\`${nameOf(one.package)}\` ${left.version} and \`${nameOf(other.package)}\` ${first.version} are here together. ${why}`,
        isDecisive: false,
        remedies: [{ action, ...(run === undefined ? {} : { run }) }],
      },
    ];
  });
}

function copies(project: Project): readonly ProbeFinding[] {
  return sdkPackages.flatMap(({ id }): readonly ProbeFinding[] => {
    const found = versionsIn(project, id);
    const shared = new Set(found.flatMap(({ files }) => files)).size < found.length;
    // In separate files they belong to separate parts of the project, and that is in order.
    if (found.length < 2 || !shared) return [];
    return [
      {
        cause: 'sdk-dependency-conflict',
        certainty: 'possible',
        saw: `\`${nameOf(id)}\` is here in ${found.length} versions: ${listed(found.map(({ version }) => version))}. Errors and types of one are not those of the other, so that \`instanceof\` checks fail between them.`,
        isDecisive: false,
        remedies: [
          {
            action: 'See who asks for which, and bring them to one version.',
            run: id.startsWith('npm:') ? `npm ls ${nameOf(id)}` : 'pip check',
          },
        ],
      },
    ];
  });
}

function bothGoModules({ dependencies }: Project): readonly ProbeFinding[] {
  const modules = new Set(
    dependencies.flatMap(({ id, at }) =>
      id === 'go:github.com/anthropics/anthropic-sdk-go' && at !== undefined ? [at] : [],
    ),
  );
  return modules.size < 2
    ? []
    : [
        {
          cause: 'sdk-dependency-conflict',
          certainty: 'possible',
          saw: `\`go.mod\` requires ${listed([...modules].map((module) => `\`${module}\``))}: two SDKs, whose types do not fit each other.`,
          isDecisive: false,
          remedies: [{ action: 'Import one of them everywhere, then tidy up.', run: 'go mod tidy' }],
        },
      ];
}

const installs: Readonly<Record<string, RegExp>> = { npm: /(?:^|[\\/])node_modules$/, pypi: /site-packages$/ };

/** What the project asks for and has not, although other packages are installed. */
function notInstalled(project: Project): readonly ProbeFinding[] {
  const { dependencies, installations } = project;
  const asked = new Set<PackageId>(sdkPackages.map(({ id }) => id));
  const declared = new Map(
    dependencies.filter(({ id, how }) => how === 'declared' && asked.has(id)).map((one) => [one.id, one]),
  );
  return [...declared].flatMap(([id, { file }]): readonly ProbeFinding[] => {
    const place = installs[id.slice(0, id.indexOf(':'))];
    const folder = place && installations.find((path) => place.test(path));
    const isThere = dependencies.some((one) => one.id === id && one.how === 'installed');
    if (folder === undefined || isThere) return [];
    return [
      {
        cause: 'sdk-not-installed',
        certainty: 'possible',
        saw: `\`${file}\` asks for \`${nameOf(id)}\`, and \`${folder}\` does not hold it.`,
        isDecisive: false,
        remedies: [
          {
            action: 'Install what the project asks for.',
            run: id.startsWith('npm:') ? 'npm install' : 'python -m pip install anthropic',
          },
        ],
      },
    ];
  });
}
