import { isObject, textOf, type JsonObject } from '../../../core/json.ts';
import { idOf, versionOrRange, type DependencyReader, type Named } from '../dependency.ts';
import { parseJson } from './json.ts';

const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Reads what `package.json` asks for. */
export const packageJson: DependencyReader = {
  reads: (name) => name === 'package.json',
  read: (text) => {
    const manifest = parseJson(text);
    return sections.flatMap((section) =>
      Object.entries(membersOf(manifest[section])).flatMap(([name, range]): readonly Named[] =>
        typeof range === 'string' ? [{ ...aliased(name, range), how: 'declared' }] : [],
      ),
    );
  },
};

/** `npm:real-name@range` stands for another package. */
function aliased(name: string, range: string): Omit<Named, 'how'> {
  const [, real, inner] = /^npm:((?:@[^/@]+\/)?[^@]+)(?:@(.*))?$/.exec(range) ?? [];
  return real === undefined
    ? { id: idOf('npm', name), ...versionOrRange(range) }
    : { id: idOf('npm', real), ...versionOrRange(inner ?? '*') };
}

/** Reads `package-lock.json` of every version, and the list that npm leaves in `node_modules`. */
export const packageLock: DependencyReader = {
  reads: (name) => name === 'package-lock.json' || name === 'npm-shrinkwrap.json' || name === '.package-lock.json',
  read: (text) => {
    const lock = parseJson(text);
    return isObject(lock['packages']) ? fromPackages(lock['packages']) : fromTree(membersOf(lock['dependencies']), '');
  },
};

function fromPackages(packages: JsonObject): readonly Named[] {
  return Object.entries(packages).flatMap(([at, entry]): readonly Named[] => {
    const start = at.lastIndexOf('node_modules/');
    if (start < 0 || !isObject(entry)) return [];
    const version = textOf(entry['version']);
    const name = textOf(entry['name']) ?? at.slice(start + 'node_modules/'.length);
    return version === undefined ? [] : [{ id: idOf('npm', name), version, how: 'locked', at }];
  });
}

const deepest = 50;

function fromTree(dependencies: JsonObject, above: string, depth = 0): readonly Named[] {
  if (depth > deepest) return [];
  return Object.entries(dependencies).flatMap(([name, entry]): readonly Named[] => {
    if (!isObject(entry)) return [];
    const at = `${above}node_modules/${name}`;
    const version = textOf(entry['version']);
    const own: readonly Named[] = version === undefined ? [] : [{ id: idOf('npm', name), version, how: 'locked', at }];
    return [...own, ...fromTree(membersOf(entry['dependencies']), `${at}/`, depth + 1)];
  });
}

function membersOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
