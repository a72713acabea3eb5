import type { CommandAnswer, FolderEntry, Machine } from '../src/core/world.ts';

/** What a machine in memory has; paths are absolute and written with `/`. */
export interface MemoryMachine {
  readonly env?: Machine['env'];
  readonly files?: Readonly<Record<string, string>>;
  /** What commands print, by the command line. */
  readonly commands?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly home?: string;
  readonly system?: string;
  readonly nodeVersion?: string;
  readonly now?: number;
}

/** A machine that exists in memory alone, for tests of probes. */
export function memoryMachine(has: MemoryMachine): Machine {
  const { env = {}, files = {}, commands = {}, cwd = '/home/ada/app', home = '/home/ada' } = has;
  const absent: CommandAnswer = { out: '', err: '' };
  return {
    env,
    cwd,
    home,
    system: has.system ?? 'linux',
    nodeVersion: has.nodeVersion ?? '24.1.0',
    now: () => has.now ?? Date.UTC(2026, 10, 25),
    readText: async (path) => files[path],
    list: async (path) => entriesOf(Object.keys(files), path),
    run: async (command, args) => {
      const out = commands[[command, ...args].join(' ')];
      return out === undefined ? absent : { exitCode: 0, out, err: '' };
    },
  };
}

function entriesOf(paths: readonly string[], folder: string): readonly FolderEntry[] {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const entries = new Map<string, boolean>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    entries.set(name, below.length > 0);
  }
  return [...entries].map(([name, isFolder]) => ({ name, isFolder })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
