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
        return (await stat(full)).size > mostFileBytes ? undefined : await readFile(full, 'utf8');
      } catch {
        return undefined;
      }
    },
    list: async (path) => {
      const entries = await readdir(resolve(cwd, path), { withFileTypes: true }).catch(() => []);
      return entries
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    run: async (command, args) => runCommand(command, args, cwd),
  };
}

async function runCommand(command: string, args: readonly string[], cwd: string): Promise<CommandAnswer> {
  return new Promise((done) => {
    execFile(command, [...args], { cwd, timeout: commandLimitMs, windowsHide: true }, (error, out, err) => {
      const exitCode = error ? error.code : 0;
      done({ out, err, ...(typeof exitCode === 'number' ? { exitCode } : {}) });
    });
  });
}
