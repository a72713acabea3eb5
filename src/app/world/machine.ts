import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { CommandAnswer, Machine } from '../../core/world.ts';
import type { Host } from '../operation.ts';

/** Larger files are no setting, lock file or manifest. */
const mostFileBytes = 40_000_000;
const commandLimitMs = 3000;

/** This machine, read only. */
export function machineOf({ env, cwd, now }: Host): Machine {
  return {
    env,
    cwd,
    home: homedir(),
    system: process.platform,
    nodeVersion: process.version,
    now,
    readText: async (path) => {
      try {
        const full = resolve(cwd, path);
        const found = await stat(full);
        // A pipe or a device would keep the reader waiting.
        return found.isFile() && found.size <= mostFileBytes ? await readFile(full, 'utf8') : undefined;
      } catch {
        return undefined;
      }
    },
    list: async (path) => {
      const entries = await readdir(resolve(cwd, path), { withFileTypes: true }).catch(() => []);
      const followed = await Promise.all(
        entries.map(async (entry) => ({
          name: entry.name,
          isFolder: entry.isSymbolicLink() ? await isFolder(resolve(cwd, path, entry.name)) : entry.isDirectory(),
        })),
      );
      return followed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    run: async (command, args) => runCommand(command, args, cwd),
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function runCommand(command: string, args: readonly string[], cwd: string): Promise<CommandAnswer> {
  return new Promise((done) => {
    execFile(command, [...args], { cwd, timeout: commandLimitMs, windowsHide: true }, (error, out, err) => {
      const exitCode = error ? error.code : 0;
      done({ out, err, ...(typeof exitCode === 'number' ? { exitCode } : {}) });
    });
  });
}
