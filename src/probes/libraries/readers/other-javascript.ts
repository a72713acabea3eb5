import { idOf, type DependencyReader, type Named } from '../dependency.ts';

/** Lock files that programs write have a fixed layout, so that a line tells all and no parser of YAML is needed. */
function fromLines(text: string, toName: (line: string) => readonly [string, string] | undefined): readonly Named[] {
  const found = new Map<string, Named>();
  for (const line of text.split(/\r?\n/)) {
    const [name, version] = toName(line) ?? [];
    if (name !== undefined && version !== undefined)
      found.set(`${name}@${version}`, { id: idOf('npm', name), version, how: 'locked' });
  }
  return [...found.values()];
}

/** Reads `pnpm-lock.yaml`: `/name/1.0.0:`, `/name@1.0.0(peer):` or `name@1.0.0:` by its age. */
export const pnpmLock: DependencyReader = {
  reads: (name) => name === 'pnpm-lock.yaml',
  read: (text) =>
    fromLines(text, (line) => {
      const [, name, version] =
        /^ {2}['"]?\/?((?:@[^/@\s]+\/)?[^/@\s'"]+)[@/](\d[^\s'"(_:]*)(?:[(_][^\s'"]*)?['"]?:/.exec(line) ?? [];
      return name === undefined || version === undefined ? undefined : [name, version];
    }),
};

/** Reads `yarn.lock` of both generations: a line of names, and its `version` below. */
export const yarnLock: DependencyReader = {
  reads: (name) => name === 'yarn.lock',
  read: (text) => {
    let current: string | undefined;
    return fromLines(text, (line) => {
      const head = /^"?((?:@[^/@\s"]+\/)?[^@\s",]+)@[^\n]*:\s*$/.exec(line)?.[1];
      if (head !== undefined) current = /@npm:((?:@[^/@\s]+\/)?[a-z][^@/"\s]*)@/.exec(line)?.[1] ?? head;
      const version = /^ {2}version:? "?(\d[^\s"]*)"?\s*$/.exec(line)?.[1];
      if (version === undefined || current === undefined) return undefined;
      const name = current;
      current = undefined;
      return [name, version];
    });
  },
};

/** Reads `bun.lock`: `"place": ["name@1.0.0", ...]`. */
export const bunLock: DependencyReader = {
  reads: (name) => name === 'bun.lock',
  read: (text) =>
    fromLines(text, (line) => {
      const [, name, version] = /^\s*"[^"]+":\s*\["((?:@[^/@"]+\/)?[^@"]+)@(\d[^"]*)"/.exec(line) ?? [];
      return name === undefined || version === undefined ? undefined : [name, version];
    }),
};
