import { isObject, textOf } from '../../../core/json.ts';
import { idOf, versionOrRange, type DependencyReader, type Named } from '../dependency.ts';
import { readToml } from '../toml.ts';

/** Reads `pom.xml`; `${name}` is looked up among its properties. */
export const pom: DependencyReader = {
  reads: (name) => name === 'pom.xml',
  read: (text) => {
    const bare = text.replace(/<!--[\s\S]*?-->/g, '');
    const properties = new Map(
      [...(element(bare, 'properties') ?? '').matchAll(/<([\w.-]+)>\s*([^<]*?)\s*<\//g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    const versionOf = (written: string): string =>
      written.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);
    return [...bare.matchAll(/<dependency>([\s\S]{0,4000}?)<\/dependency>/g)].flatMap(
      ([, inner = '']): readonly Named[] => {
        const group = element(inner, 'groupId');
        const artifact = element(inner, 'artifactId');
        const version = element(inner, 'version');
        return group === undefined || artifact === undefined
          ? []
          : [maven(`${group}:${artifact}`, version === undefined ? undefined : versionOf(version))];
      },
    );
  },
};

/** Reads `build.gradle` and `build.gradle.kts`; variables are looked up within the file. */
export const gradle: DependencyReader = {
  reads: (name) => name === 'build.gradle' || name === 'build.gradle.kts',
  read: (text) => {
    const bare = text.replace(/^[ \t]*\/\/.*$/gm, '');
    const variables = new Map(
      [...bare.matchAll(/\b([A-Za-z_]\w*)\s*(?::\s*String\s*)?=\s*["']([^"'\n$]+)["']/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    const versionOf = (written: string): string =>
      written.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => variables.get(name) ?? whole);
    const short = [...bare.matchAll(/["']([\w.-]+:[\w.-]+):([^"'\s@:]+)(?:@\w+)?["']/g)];
    const long = [
      ...bare.matchAll(
        /group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']\s*,\s*version\s*[:=]\s*["']?([^"'\s),]+)/g,
      ),
    ];
    return [
      ...short.map(([, name = '', version = '']) => maven(name, versionOf(version))),
      ...long.map(([, group = '', name = '', version = '']) =>
        maven(`${group}:${name}`, variables.get(version) ?? versionOf(version)),
      ),
    ];
  },
};

/** Reads `gradle.lockfile`. */
export const gradleLock: DependencyReader = {
  reads: (name) => name === 'gradle.lockfile' || name === 'buildscript-gradle.lockfile',
  read: (text) =>
    [...text.matchAll(/^([\w.-]+:[\w.-]+):([^=\s]+)=/gm)].map(([, name = '', version = '']): Named => ({
      ...maven(name, version),
      how: 'locked',
    })),
};

/** Reads a version catalog such as `gradle/libs.versions.toml`. */
export const versionCatalog: DependencyReader = {
  reads: (name) => name.endsWith('.versions.toml'),
  read: (text) => {
    const file = readToml(text);
    const versions = isObject(file['versions']) ? file['versions'] : {};
    return Object.values(isObject(file['libraries']) ? file['libraries'] : {}).flatMap((library): readonly Named[] => {
      if (typeof library === 'string') {
        const [group, artifact, version] = library.split(':');
        return group === undefined || artifact === undefined ? [] : [maven(`${group}:${artifact}`, version)];
      }
      if (!isObject(library)) return [];
      const module =
        textOf(library['module']) ?? `${String(textOf(library['group']))}:${String(textOf(library['name']))}`;
      const version = library['version'];
      const reference = isObject(version) ? textOf(version['ref']) : undefined;
      const written = reference === undefined ? version : versions[reference];
      return [maven(module, textOf(written) ?? (isObject(written) ? textOf(Object.values(written)[0]) : undefined))];
    });
  },
};

function maven(name: string, version: string | undefined): Named {
  return { id: idOf('maven', name), how: 'declared', ...(version === undefined ? {} : versionOrRange(version)) };
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([\\s\\S]*?)\\s*</${name}>`).exec(xml)?.[1];
}
