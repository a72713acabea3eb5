import { join } from 'node:path';
import { isObject, textOf } from '../../core/json.ts';
import { defineProbe } from '../../core/probe.ts';
import type { Machine } from '../../core/world.ts';
import { listed, outcomeOf } from '../noticed.ts';
import { runtimeFaults, type Runtimes } from './detect/runtimes.ts';

/** Asks the runtimes that programs here would be started with for their versions. */
export const runtimes = defineProbe({
  id: 'runtimes',
  asks: 'Which Node and Python run programs here, and are they new enough?',
  cost: 'local',
  limitMs: 4000,
  rulesOut: ['fetch-missing'],
  run: async ({ machine }) => {
    const found = await readRuntimes(machine);
    const names = [
      ...(found.node === undefined ? [] : [`Node ${found.node}`]),
      ...(found.python === undefined ? [] : [`Python ${found.python}`]),
    ];
    if (names.length === 0) return { kind: 'unanswerable', because: 'Neither Node nor Python is on the path.' };
    return outcomeOf(runtimeFaults(found), `Programs here run on ${listed(names)}.`);
  },
});

/** The versions of the runtimes on the path, and those that the project asks for. */
export async function readRuntimes(machine: Machine): Promise<Runtimes> {
  const { env, system, cwd, readText } = machine;
  const [node, python, venv, manifest, nvmrc, pythonVersion] = await Promise.all([
    versionFrom(machine, 'node', ['--version']),
    versionFrom(machine, system === 'win32' ? 'py' : 'python3', ['--version']),
    readText(join(cwd, '.venv', 'pyvenv.cfg')),
    readText(join(cwd, 'package.json')),
    readText(join(cwd, '.nvmrc')),
    readText(join(cwd, '.python-version')),
  ]);
  const ofVenv = /^version(?:_info)?\s*=\s*(\d[\d.]*)/m.exec(venv ?? '')?.[1];
  const wantedNode = nvmrc?.trim() ?? engineOf(manifest);
  return {
    ...(node === undefined ? {} : { node }),
    ...((ofVenv ?? python) === undefined ? {} : { python: ofVenv ?? python ?? '' }),
    ...(wantedNode === undefined ? {} : { wantedNode }),
    ...(env['NODE_OPTIONS'] === undefined ? {} : { nodeOptions: env['NODE_OPTIONS'] }),
    ...(pythonVersion === undefined ? {} : { wantedPython: pythonVersion.trim() }),
  };
}

async function versionFrom({ run }: Machine, command: string, args: readonly string[]): Promise<string | undefined> {
  const { exitCode, out, err } = await run(command, args);
  return exitCode === 0 ? /\d+\.\d+(?:\.\d+)?/.exec(`${out} ${err}`)?.[0] : undefined;
}

function engineOf(manifest: string | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(manifest ?? '');
    return isObject(value) && isObject(value['engines']) ? textOf(value['engines']['node']) : undefined;
  } catch {
    return undefined;
  }
}
