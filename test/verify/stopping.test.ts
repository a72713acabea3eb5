import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startGroup } from '../../src/app/process-group.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { certified, kindsOf, nodeCommand, temporaryFolder } from './certified.ts';
import { incidentFile } from './incident-file.ts';

const patient = { timeout: 60_000 };
const bin = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.ts');

/** Starts a child that ignores being asked to end, writes the ids of both, and stays. */
const stubborn = `
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  const code = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')";
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => writeFileSync('pids', process.pid + ' ' + child.pid));
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
`;

function folderWithStubborn(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'stubborn.mjs'), stubborn);
  return folder;
}

async function pidsIn(folder: string): Promise<readonly number[]> {
  const path = join(folder, 'pids');
  while (!existsSync(path) || readFileSync(path, 'utf8') === '') await later(20);
  return readFileSync(path, 'utf8').split(' ').map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and was not waited for yet is there by name alone.
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function allEnded(pids: readonly number[]): Promise<boolean> {
  for (let looks = 0; looks < 100; looks++) {
    if (!pids.some(isAlive)) return true;
    await later(20);
  }
  return false;
}

test('a command is ended with everything that it started, however stubborn', patient, async () => {
  const folder = folderWithStubborn();
  const group = startGroup(nodeCommand('stubborn.mjs'), { cwd: folder, env: process.env });
  const pids = await pidsIn(folder);
  await group.stop();
  expect(await allEnded(pids)).toBe(true);
});

test('what a command leaves behind when it ends is ended too', patient, async () => {
  const folder = folderWithStubborn();
  const leaving = `${nodeCommand('stubborn.mjs')} & while [ ! -s pids ]; do sleep 0.05; done`;
  const group = startGroup(leaving, { cwd: folder, env: process.env });
  expect(await group.ended).toEqual({ kind: 'exited', code: 0 });
  expect(await allEnded(await pidsIn(folder))).toBe(true);
});

test('an application that hangs is ended at the time limit', patient, async () => {
  const folder = folderWithStubborn();
  const { code, certificate } = await certified(['--app', nodeCommand('stubborn.mjs'), '--timeout', '1'], folder);
  expect({ code, open: kindsOf(certificate, 'open') }).toEqual({ code: 4, open: ['structure'] });
  expect(await allEnded(await pidsIn(folder))).toBe(true);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the verification with the application', patient, async (signal) => {
  const folder = folderWithStubborn();
  const words = [bin, 'verify', '--app', nodeCommand('stubborn.mjs'), '--timeout', '60'];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const pids = await pidsIn(folder);
  child.kill(signal);
  expect(await ended).toBe(130);
  expect(await allEnded(pids)).toBe(true);
});

test('a live call that nothing answers is called off', patient, async () => {
  const api = await startSimulator({ faults: [{ fault: 'response-timeout' }] });
  onTestFinished(() => api.stop());
  const folder = temporaryFolder();
  const body = { model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hello' }] };
  const error = { type: 'authentication_error', message: 'invalid x-api-key' };
  const file = incidentFile(folder, { body, status: 401, error });
  const child = spawn(process.execPath, [bin, 'verify', file, '--live'], {
    cwd: folder,
    env: { ...process.env, ...api.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  while (api.calls.length === 0) await later(20);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
