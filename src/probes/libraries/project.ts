import { join, relative } from 'node:path';
import type { FolderEntry, Machine } from '../../core/world.ts';
import { communityPackages, companionPackages, sdkPackages, type PackageId } from '../../facts/sdk-packages.ts';
import { foldersAbove, foldersBelow } from '../project-folders.ts';
import type { Dependency, Named } from './dependency.ts';
import { installedPackages } from './installed.ts';
import { readers } from './readers/index.ts';

/** The packages of a project that matter for calls to Claude. */
export interface Project {
  readonly dependencies: readonly Dependency[];
  /** Every file that was read, from the working folder. */
  readonly files: readonly string[];
  /** Folders in which packages are installed, from the working folder. */
  readonly installations: readonly string[];
}

const known = new WeakMap<Machine, Promise<Project>>();

/** Reads the project in which the program runs; once for a machine, however many probes ask. */
export async function readProject(machine: Machine): Promise<Project> {
  const before = known.get(machine);
  if (before) return before;
  const fresh = read(machine);
  known.set(machine, fresh);
  return fresh;
}

async function read(machine: Machine): Promise<Project> {
  const watched = new Set<PackageId>([
    ...sdkPackages.map(({ id }) => id),
    ...Object.keys(communityPackages).filter(isPackageId),
    ...companionPackages,
  ]);
  const folders = new Set([...(await foldersAbove(machine)), ...(await foldersBelow(machine))]);
  const dependencies: Dependency[] = [];
  const files: string[] = [];
  const installations: string[] = [];
  for (const folder of folders) {
    const entries = await machine.list(folder);
    const named = await namedIn(machine, folder, entries);
    const installed = await installedPackages(machine, folder, entries, watched);
    for (const { path, packages } of [...named, ...installed]) {
      const file = relative(machine.cwd, path) || path;
      files.push(file);
      dependencies.push(...packages.filter(({ id }) => watched.has(id)).map((one) => ({ ...one, file })));
    }
    installations.push(...installed.map(({ path }) => relative(machine.cwd, path)));
  }
  return { dependencies, files, installations };
}

async function namedIn(
  machine: Machine,
  folder: string,
  entries: readonly FolderEntry[],
): Promise<readonly { readonly path: string; readonly packages: readonly Named[] }[]> {
  const found: { readonly path: string; readonly packages: readonly Named[] }[] = [];
  for (const { name, isFolder } of entries) {
    const reader = isFolder ? undefined : readers.find((one) => one.reads(name));
    const text = reader && (await machine.readText(join(folder, name)));
    if (reader && text !== undefined) found.push({ path: join(folder, name), packages: reader.read(text) });
  }
  return found;
}

function isPackageId(text: string): text is PackageId {
  return text in communityPackages;
}

const weight = { installed: 2, locked: 1, declared: 0 } as const;

/** The versions of a package that a program here would load, each with the files that say so. */
export function versionsIn(
  { dependencies }: Project,
  id: PackageId,
): readonly { readonly version: string; readonly how: Named['how']; readonly files: readonly string[] }[] {
  const exact = dependencies.filter((one) => one.id === id && one.version !== undefined);
  const surest = exact.reduce<number>((most, { how }) => Math.max(most, weight[how]), 0);
  const byVersion = new Map<string, { how: Named['how']; files: Set<string> }>();
  for (const { version = '', how, file } of exact) {
    if (weight[how] < surest) continue;
    const entry = byVersion.get(version) ?? { how, files: new Set() };
    entry.files.add(file);
    byVersion.set(version, entry);
  }
  return [...byVersion].map(([version, { how, files }]) => ({ version, how, files: [...files] }));
}
