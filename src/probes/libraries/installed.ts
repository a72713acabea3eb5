import { join } from 'node:path';
import { textOf } from '../../core/json.ts';
import type { FolderEntry, Machine } from '../../core/world.ts';
import type { PackageId } from '../../facts/sdk-packages.ts';
import { idOf, type Named } from './dependency.ts';
import { parseJson } from './readers/json.ts';
import { packageLock } from './readers/npm.ts';
import { sitePackages } from './readers/python.ts';

/** A folder of installed packages and what is in it. */
export interface Installation {
  readonly path: string;
  readonly packages: readonly Named[];
}

const virtualEnvironments = new Set(['.venv', 'venv', 'env', '.env']);

/** The packages that are installed in a folder: its `node_modules` and its virtual environments. */
export async function installedPackages(
  machine: Machine,
  folder: string,
  entries: readonly FolderEntry[],
  watched: ReadonlySet<PackageId>,
): Promise<readonly Installation[]> {
  const found: Installation[] = [];
  for (const { name, isFolder } of entries) {
    if (!isFolder) continue;
    if (name === 'node_modules') found.push(await nodeModules(machine, join(folder, name), watched));
    if (virtualEnvironments.has(name)) found.push(...(await virtualEnvironment(machine, join(folder, name))));
  }
  const active = folder === machine.cwd ? (machine.env['VIRTUAL_ENV'] ?? machine.env['CONDA_PREFIX']) : undefined;
  if (active !== undefined && !found.some(({ path }) => path.startsWith(active)))
    found.push(...(await virtualEnvironment(machine, active)));
  return found;
}

async function nodeModules(machine: Machine, path: string, watched: ReadonlySet<PackageId>): Promise<Installation> {
  const list = await machine.readText(join(path, '.package-lock.json'));
  const packages = list === undefined ? [] : packageLock.read(list);
  if (packages.length > 0) return { path, packages: packages.map((one) => ({ ...one, how: 'installed' as const })) };
  const found = await Promise.all(
    [...watched]
      .filter((id) => id.startsWith('npm:'))
      .map(async (id) => {
        const name = id.slice('npm:'.length);
        const text = await machine.readText(join(path, name, 'package.json'));
        const version = text === undefined ? undefined : textOf(parseJson(text)['version']);
        return version === undefined ? [] : [{ id, version, how: 'installed', at: `node_modules/${name}` } as const];
      }),
  );
  return { path, packages: [...found.flat(), ...(await pnpmStore(machine, join(path, '.pnpm')))] };
}

/** pnpm keeps every copy in a folder such as `@anthropic-ai+sdk@1.2.0_zod@4.0.0`. */
async function pnpmStore(machine: Machine, path: string): Promise<readonly Named[]> {
  return (await machine.list(path)).flatMap(({ name: entry }): readonly Named[] => {
    const [, name, version] = /^((?:@[^+@]+\+)?[^@+]+)@(\d[^_(]*)/.exec(entry) ?? [];
    return name === undefined || version === undefined
      ? []
      : [{ id: idOf('npm', name.replace('+', '/')), version, how: 'installed', at: `node_modules/.pnpm/${entry}` }];
  });
}

async function virtualEnvironment(machine: Machine, path: string): Promise<readonly Installation[]> {
  const versions = (await machine.list(join(path, 'lib'))).filter(({ name }) => name.startsWith('python'));
  const folders = [
    ...versions.map(({ name }) => join(path, 'lib', name, 'site-packages')),
    join(path, 'Lib', 'site-packages'),
  ];
  const found = await Promise.all(
    folders.map(async (folder) => ({
      path: folder,
      packages: sitePackages((await machine.list(folder)).map(({ name }) => name)),
    })),
  );
  return found.filter(({ packages }) => packages.length > 0);
}
