import { idOf, versionOrRange, type DependencyReader, type Named } from '../dependency.ts';

/** Reads `go.mod`; the path is kept, because it tells `/v2` from what was before. */
export const goMod: DependencyReader = {
  reads: (name) => name === 'go.mod',
  read: (text) =>
    [...text.matchAll(/^[ \t]*(?:require[ \t]+)?([\w.-]+\.[a-z]{2,}\/[^\s]+)\s+v(\d[^\s]*)/gm)].map(
      ([, module = '', version = '']): Named => ({ id: idOf('go', module), version, how: 'locked', at: module }),
    ),
};

/** Reads `Gemfile.lock`. */
export const gemfileLock: DependencyReader = {
  reads: (name) => name === 'Gemfile.lock' || name === 'gems.locked',
  read: (text) =>
    [...text.matchAll(/^ {4}([\w.-]+) \((\d[^)\s]*)\)/gm)].map(([, name = '', version = '']): Named => ({
      id: idOf('rubygems', name),
      version,
      how: 'locked',
    })),
};

/** Reads `Gemfile`. */
export const gemfile: DependencyReader = {
  reads: (name) => name === 'Gemfile' || name === 'gems.rb',
  read: (text) =>
    [...text.matchAll(/^[ \t]*gem[ \t]+["']([\w.-]+)["'](?:\s*,\s*["']([^"'\n]+)["'])?/gm)].map(
      ([, name = '', wanted]): Named => ({
        id: idOf('rubygems', name),
        how: 'declared',
        ...(wanted === undefined ? {} : versionOrRange(wanted)),
      }),
    ),
};
