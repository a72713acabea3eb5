import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Incident } from '../../src/core/incident.ts';
import { startSimulator, virtualClock } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/sqlite.ts';

const register = join(import.meta.dirname, '..', '..', 'src', 'register.ts');
/** For tests that start programs. */
export const patient = { timeout: 60_000 };

/** A folder until the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-register-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What a program has come to. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly incidents: readonly Incident[];
}

/** Runs a program with `faultline/register`; the programs here take the address of an API in their code. */
export async function ran(
  source: string,
  { env = {}, store = join(folder(), 'store'), registered = true } = {},
): Promise<Ended> {
  const script = join(folder(), 'app.mjs');
  writeFileSync(script, source);
  const child = spawn(process.execPath, [...(registered ? ['--import', register] : []), script], {
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', FAULTLINE_STORE: store, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => (out += String(piece)));
  child.stderr.on('data', (piece) => (err += String(piece)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err, incidents: await incidentsIn(store) };
}

async function incidentsIn(store: string): Promise<readonly Incident[]> {
  try {
    const opened = openStore(store, 'existing');
    const found = await Promise.all((await opened.list()).map(({ id }) => opened.get(id)));
    await opened.close();
    return found.flatMap((incident) => (incident ? [incident] : []));
  } catch {
    return [];
  }
}

/** A header that every client of the API sends, as source text. */
export const headers = `{ 'x-api-key': 'k', 'anthropic-version': '2023-06-01' }`;

/** The address of a simulator that lives until the test is over. */
export async function simulated(): Promise<string> {
  const simulator = await startSimulator({ clock: virtualClock() });
  onTestFinished(() => simulator.stop());
  return simulator.url;
}
