import type { Note } from '../../core/probe.ts';
import { compareVersions, isWithin, newestOf } from '../../core/version.ts';
import { defaultApiVersionOf, faultsOf, type SdkFault } from '../../facts/sdk-faults.ts';
import {
  communityPackages,
  communityVersions,
  sdkPackages,
  type PackageId,
  type SdkPackage,
} from '../../facts/sdk-packages.ts';
import { listed, type Noticed } from '../noticed.ts';
import { versionsIn, type Project } from './project.ts';

/** A version of an SDK in a project, with its known faults. */
export interface UsedSdk {
  readonly sdk: SdkPackage;
  readonly version: string;
  readonly files: readonly string[];
  readonly faults: readonly SdkFault[];
}

const mostTold = 3;

/** The name under which a registry knows a package. */
export function nameOf(id: PackageId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The official SDKs of a project, each version once. */
export function usedSdks(project: Project): readonly UsedSdk[] {
  const versionsOf = (id: PackageId): readonly string[] => versionsIn(project, id).map(({ version }) => version);
  return sdkPackages.flatMap((sdk) =>
    versionsIn(project, sdk.id).map(({ version, files }) => ({
      sdk,
      version,
      files,
      faults: faultsOf(sdk.id, version, versionsOf),
    })),
  );
}

/** What there is to say of the project's SDKs: faults between packages as findings, the rest as lines. */
export function judgeSdks(project: Project): Noticed {
  const used = usedSdks(project);
  return {
    findings: used.flatMap(({ sdk, version, faults }) =>
      faults
        .filter(({ together }) => together !== undefined)
        .map((fault) => ({
          cause: 'sdk-dependency-conflict',
          certainty: fault.isApproximate === true ? ('likely' as const) : ('proven' as const),
          saw: `\`${nameOf(sdk.id)}\` ${version} ${fault.fault}; \`${nameOf(fault.together?.package ?? sdk.id)}\` is here in such a version.`,
          text: fault.symptom ?? fault.fault,
          isDecisive: false,
          remedies: [{ action: fault.cure ?? 'Update the SDK.', run: sdk.update }],
        })),
    ),
    notes: [...used.flatMap(knownBugs), ...used.flatMap(earlierOwner), ...differences(project), ...strangers(project)],
  };
}

/** One SDK in a sentence: version, where, and what it sends by itself. */
export function described({ sdk, version, files }: UsedSdk): string {
  const api = defaultApiVersionOf(sdk.id, version);
  const sends = api === undefined ? '' : `, which sends \`anthropic-version: ${api}\` by itself`;
  return `\`${nameOf(sdk.id)}\` ${version} (${files.slice(0, 2).join(', ')})${sends}`;
}

function knownBugs({ sdk, version, files, faults }: UsedSdk): readonly Note[] {
  const bugs = faults.filter(({ kind, together }) => kind === 'bug' && together === undefined);
  const last = newestOf(bugs.flatMap(({ fixedIn }) => fixedIn ?? []));
  const told = bugs.slice(0, mostTold).map(({ fault }) => `it ${fault}`);
  const more = bugs.length - told.length;
  if (bugs.length > 0) {
    return [
      {
        text: `\`${nameOf(sdk.id)}\` ${version} (${files.slice(0, 2).join(', ')}) has ${bugs.length === 1 ? 'a known fault' : `${bugs.length} known faults`}${last === undefined ? '' : `, all mended by ${last}`}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
        remedy: { action: `Update it.`, run: sdk.update },
      },
    ];
  }
  const { latest } = sdk;
  return latest && (compareVersions(version, latest.version) ?? 0) < 0
    ? [
        {
          text: `\`${nameOf(sdk.id)}\` ${version} is older than ${latest.version}, the newest that was seen by ${latest.seenOn}; no fault of it is known.`,
        },
      ]
    : [];
}

/** Where what is installed is not what the lock file names. */
function differences({ dependencies }: Project): readonly Note[] {
  return sdkPackages.flatMap(({ id }): readonly Note[] => {
    const versions = (how: 'installed' | 'locked'): readonly string[] => [
      ...new Set(dependencies.flatMap((one) => (one.id === id && one.how === how ? (one.version ?? []) : []))),
    ];
    const installed = versions('installed');
    const locked = versions('locked');
    return installed.length > 0 && locked.length > 0 && !installed.some((version) => locked.includes(version))
      ? [
          {
            text: `\`${nameOf(id)}\` is installed as ${listed(installed)}, and the lock file names ${listed(locked)}.`,
            remedy: {
              action: 'Install anew from the lock file.',
              run: id.startsWith('npm:') ? 'npm ci' : 'pip install -r requirements.txt',
            },
          },
        ]
      : [];
  });
}

function earlierOwner({ sdk, version }: UsedSdk): readonly Note[] {
  const earlier = communityVersions[sdk.id];
  return earlier && isWithin(version, { below: earlier.below }) === true
    ? [
        {
          text: `\`${nameOf(sdk.id)}\` ${version} may be the package of others that had this name before ${earlier.below} and is now \`${earlier.now}\`; its methods differ.`,
        },
      ]
    : [];
}

function strangers({ dependencies }: Project): readonly Note[] {
  const found = new Set(dependencies.map(({ id }) => id));
  return [...found].flatMap((id): readonly Note[] => {
    const official = communityPackages[id];
    return official === undefined
      ? []
      : [
          {
            text: `\`${nameOf(id)}\` is not from Anthropic; the official package is \`${nameOf(official)}\`, and the two differ.`,
          },
        ];
  });
}
