import { isArray, isObject, textOf, type JsonObject } from '../../../core/json.ts';
import { idOf, versionOrRange, type DependencyReader, type Named } from '../dependency.ts';
import { readToml } from '../toml.ts';
import { parseJson } from './json.ts';

/** A requirement as PEP 508 writes it: `name[extra] >=1.0,<2 ; marker`. */
function requirement(text: string): readonly Named[] {
  const [, name, wanted = ''] =
    /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[=<>!~][^;#]*)?)/.exec(text) ?? [];
  if (name === undefined) return [];
  const range = wanted
    .replace(/\s*\\?\s*(?:--hash.*)?$/s, '')
    .replace(/\)\s*$/, '')
    .trim();
  return [{ id: idOf('pypi', name), how: 'declared', ...(range === '' ? {} : versionOrRange(range)) }];
}

/** Reads `requirements.txt` and its like. */
export const requirements: DependencyReader = {
  reads: (name) => /^(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/.test(name),
  read: (text) => text.split(/\r?\n/).flatMap((line) => (/^\s*(?:#|-|$)/.test(line) ? [] : requirement(line))),
};

/** Reads `pyproject.toml`: PEP 621, dependency groups (PEP 735), Poetry and PDM. */
export const pyproject: DependencyReader = {
  reads: (name) => name === 'pyproject.toml',
  read: (text) => {
    const file = readToml(text);
    const project = member(file, 'project');
    const tool = member(file, 'tool');
    const poetry = member(tool, 'poetry');
    const groups = Object.values(member(poetry, 'group')).map((group) => member(objectOf(group), 'dependencies'));
    return [
      ...texts(project['dependencies']).flatMap(requirement),
      ...Object.values(member(project, 'optional-dependencies')).flatMap((list) => texts(list).flatMap(requirement)),
      ...Object.values(member(file, 'dependency-groups')).flatMap((list) => texts(list).flatMap(requirement)),
      ...texts(member(tool, 'uv')['dev-dependencies']).flatMap(requirement),
      ...[member(poetry, 'dependencies'), member(poetry, 'dev-dependencies'), ...groups].flatMap(byName),
    ];
  },
};

/** Reads `Pipfile`. */
export const pipfile: DependencyReader = {
  reads: (name) => name === 'Pipfile',
  read: (text) => {
    const file = readToml(text);
    return [...byName(member(file, 'packages')), ...byName(member(file, 'dev-packages'))];
  },
};

/** Reads the lock files of Poetry, uv and PDM, which are lists of `[[package]]`. */
export const pythonLock: DependencyReader = {
  reads: (name) => name === 'poetry.lock' || name === 'uv.lock' || name === 'pdm.lock' || name === 'pylock.toml',
  read: (text) => {
    const found: Named[] = [];
    let name: string | undefined;
    // Of a large lock file only these lines matter, and reading all of it costs time.
    for (const [, key, value = ''] of text.matchAll(/^(\[\[packages?\]\]|name|version)(?:\s*=\s*"([^"\n]*)")?\s*$/gm)) {
      if (key === 'name') name = value;
      else if (key === 'version' && name !== undefined) {
        found.push({ id: idOf('pypi', name), version: value, how: 'locked' });
        name = undefined;
      } else name = undefined;
    }
    return found;
  },
};

/** Reads `Pipfile.lock`. */
export const pipfileLock: DependencyReader = {
  reads: (name) => name === 'Pipfile.lock',
  read: (text) => {
    const lock = parseJson(text);
    return [...byName(objectOf(lock['default'])), ...byName(objectOf(lock['develop']))].map((one) => ({
      ...one,
      how: 'locked' as const,
    }));
  },
};

/** The packages in a `site-packages` folder, by the names of its folders. */
export function sitePackages(folderNames: readonly string[]): readonly Named[] {
  return folderNames.flatMap((folder): readonly Named[] => {
    const [, name, version] = /^(.+?)-(\d[^-]*)\.(?:dist-info|egg-info)$/.exec(folder) ?? [];
    return name === undefined || version === undefined ? [] : [{ id: idOf('pypi', name), version, how: 'installed' }];
  });
}

function byName(table: JsonObject): readonly Named[] {
  return Object.entries(table).flatMap(([name, wanted]): readonly Named[] => {
    const range = textOf(wanted) ?? textOf(objectOf(wanted)['version']);
    return name === 'python'
      ? []
      : [{ id: idOf('pypi', name), how: 'declared', ...(range === undefined ? {} : versionOrRange(range)) }];
  });
}

function texts(value: unknown): readonly string[] {
  return isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function member(from: JsonObject, name: string): JsonObject {
  return objectOf(from[name]);
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
