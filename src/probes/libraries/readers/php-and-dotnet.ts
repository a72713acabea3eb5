import { isArray, isObject, textOf, type JsonObject } from '../../../core/json.ts';
import { idOf, versionOrRange, type DependencyReader, type Named } from '../dependency.ts';
import { parseJson } from './json.ts';

/** Reads `composer.json`. */
export const composerJson: DependencyReader = {
  reads: (name) => name === 'composer.json',
  read: (text) => {
    const file = parseJson(text);
    return ['require', 'require-dev'].flatMap((section) =>
      Object.entries(objectOf(file[section])).flatMap(([name, range]): readonly Named[] =>
        typeof range === 'string' ? [{ id: idOf('packagist', name), how: 'declared', ...versionOrRange(range) }] : [],
      ),
    );
  },
};

/** Reads `composer.lock`. */
export const composerLock: DependencyReader = {
  reads: (name) => name === 'composer.lock',
  read: (text) => {
    const file = parseJson(text);
    return ['packages', 'packages-dev'].flatMap((section) =>
      (isArray(file[section]) ? file[section] : []).flatMap((entry): readonly Named[] => {
        const name = textOf(objectOf(entry)['name']);
        const version = textOf(objectOf(entry)['version']);
        return name === undefined || version === undefined
          ? []
          : [{ id: idOf('packagist', name), version: version.replace(/^v/, ''), how: 'locked' }];
      }),
    );
  },
};

/** Reads project files of .NET, `Directory.Packages.props` and `packages.config`. */
export const dotnetProject: DependencyReader = {
  reads: (name) =>
    /\.(?:cs|fs|vb)proj$/.test(name) ||
    /^Directory\.(?:Packages|Build)\.props$/.test(name) ||
    name === 'packages.config',
  read: (text) => {
    const bare = text.replace(/<!--[\s\S]*?-->/g, '');
    return [
      ...bare.matchAll(
        /<(?:PackageReference|PackageVersion|GlobalPackageReference|package)\s([^>]*?)(?:\/>|>([\s\S]{0,400}?)<\/)/g,
      ),
    ].flatMap(([, attributes = '', inner = '']): readonly Named[] => {
      const name = attribute(attributes, 'Include') ?? attribute(attributes, 'Update') ?? attribute(attributes, 'id');
      const version =
        attribute(attributes, 'Version') ??
        attribute(attributes, 'VersionOverride') ??
        attribute(attributes, 'version') ??
        /<Version>\s*([^<\s]+)/.exec(inner)?.[1];
      if (name === undefined) return [];
      return [{ id: idOf('nuget', name), how: 'declared', ...(version === undefined ? {} : versionOrRange(version)) }];
    });
  },
};

/** Reads `packages.lock.json` of NuGet. */
export const nugetLock: DependencyReader = {
  reads: (name) => name === 'packages.lock.json',
  read: (text) =>
    Object.values(objectOf(parseJson(text)['dependencies'])).flatMap((framework) =>
      Object.entries(objectOf(framework)).flatMap(([name, entry]): readonly Named[] => {
        const version = textOf(objectOf(entry)['resolved']);
        return version === undefined ? [] : [{ id: idOf('nuget', name), version, how: 'locked' }];
      }),
    ),
};

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
