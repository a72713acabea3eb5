import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { startSimulator, virtualClock, type Simulator } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { buildProgram } from '../cli/program.ts';
import { canaries, plantedIn } from './canaries.ts';

const program = await buildProgram();
afterAll(() => rmSync(program, { recursive: true, force: true }));
const patient = { timeout: 60_000 };

/** A caller without any library: asks once for each fault named, and prints the statuses. */
const caller = `
  const statuses = [];
  for (const fault of process.argv.slice(2)) {
    const answer = await fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', {
      method: 'POST',
      headers: { 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'x-faultline-fault': fault === 'none' ? '' : fault },
      body: JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 500, messages: [{ role: 'user', content: fault }] }),
    });
    await answer.text();
    statuses.push(answer.status);
  }
  console.log(statuses.join(' '));
  process.exitCode = 7;
`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function simulator(): Promise<Simulator> {
  const started = await startSimulator({ clock: virtualClock() });
  onTestFinished(() => started.stop());
  return started;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-recorder-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [join(program, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, ANTHROPIC_BASE_URL: '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (piece) => (out += String(piece)));
  child.stderr?.on('data', (piece) => (err += String(piece)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** The lines of a recorder with --json, as they come. */
function linesOf(child: ChildProcess): () => Promise<Readonly<Record<string, unknown>>> {
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = '';
  child.stdout?.on('data', (piece) => {
    const parts = (rest + String(piece)).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const waiter = waiting.shift();
      if (waiter) waiter(line);
      else lines.push(line);
    }
  });
  return async () => {
    const line = lines.shift() ?? (await new Promise<string>((resolve) => waiting.push(resolve)));
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  };
}

test('run leaves output and exit code to the command, and tells of failures beside it', patient, async () => {
  const { url } = await simulator();
  const store = folder();
  const script = join(folder(), 'caller.mjs');
  writeFileSync(script, caller);
  const run = ['run', '--upstream', url, '--store', join(store, 's'), '--', process.execPath, script];
  const { code, out, err } = await ended(start([...run, 'none', 'overloaded', 'credit-balance-low']));
  expect({ code, out }).toEqual({ code: 7, out: '200 529 400\n' });
  expect(err).toMatch(/^✗ faultline {2}The service is overloaded$/m);
  expect(err).toContain('3 calls · 2 failed');
  expect(err).not.toMatch(/ExperimentalWarning/);

  const listed = await ended(start(['incidents', '--json', '--store', join(store, 's')]));
  expect(listed.out).toContain('"cause": "overloaded"');
  const id = /inc_\w+/.exec(listed.out)?.[0] ?? '';
  const env = { FAULTLINE_STORE: join(store, 's') };
  expect((await ended(start(['explain', '-q', id], env))).out).toContain('credit-balance-low (proven)');
  expect((await ended(start(['check', id], env))).out).toContain('the API would take this request');
});

test('run says when no call came through, and when its command cannot be started', patient, async () => {
  const store = folder();
  const quiet = await ended(start(['run', '--store', store, '--', process.execPath, '-e', '0']));
  expect(quiet).toMatchObject({ code: 0, out: '' });
  expect(quiet.err.replaceAll(/\s+/g, ' ')).toContain('No call came through the recorder');
  const notStarted = await ended(start(['run', '--store', store, '--', '/no/such/program']));
  expect(notStarted).toMatchObject({ code: 2, out: '' });
  expect(notStarted.err).toMatch(/^faultline: \/no\/such\/program cannot be started\./);
});

test('a store that cannot be written does not keep a call from going through', patient, async () => {
  const { url } = await simulator();
  const script = join(folder(), 'caller.mjs');
  writeFileSync(script, caller);
  const run = ['run', '--upstream', url, '--store', '/dev/null/store', '--', process.execPath, script];
  const { code, out, err } = await ended(start([...run, 'none', 'overloaded']));
  expect({ code, out }).toEqual({ code: 7, out: '200 529\n' });
  expect(err).toContain('cannot be used');
  expect(err).toContain('The service is overloaded');
  const recorder = start(['record', '--json', '--store', '/dev/null/store']);
  expect(Object.keys(await linesOf(recorder)())).toEqual(['kind', 'url', 'port']);
});

test('killed at any moment, the recorder has every incident that it told of, and no half one', patient, async () => {
  const { url } = await simulator();
  const store = join(folder(), 'store');
  const told: unknown[] = [];
  // Moments that differ from kill to kill, and are the same in every run of the test.
  for (const afterFailures of [0, 1, 3, 2, 5, 8, 4, 13]) {
    const child = start(['record', '--json', '--upstream', url, '--store', store]);
    const next = linesOf(child);
    const { url: address } = await next();
    const calls = Array.from({ length: afterFailures + 6 }, () => overloaded(String(address)));
    for (let count = 0; count < afterFailures; count++) told.push((await next())['id']);
    child.kill('SIGKILL');
    await ended(child);
    await Promise.all(calls);
  }
  const kept = openStore(store, 'existing');
  onTestFinished(() => kept.close());
  const lines = await kept.list();
  expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(told));
  for (const { id } of lines) expect((await kept.get(id))?.verdict.findings[0]?.cause).toBe('overloaded');
});

/** A call that fails, or that is lost with its recorder. */
async function overloaded(base: string): Promise<void> {
  try {
    const headers = { 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'x-faultline-fault': 'overloaded' };
    await fetch(`${base}/v1/messages`, { method: 'POST', headers, body: '{"model":"claude-sonnet-5"}' });
  } catch {
    // The recorder was killed.
  }
}

test('no secret of a call is in the files of the store, or in anything that is printed of it', patient, async () => {
  const { url } = await simulator();
  const store = join(folder(), 'store');
  const child = start(['record', '--json', '--upstream', url, '--store', store]);
  const next = linesOf(child);
  const { url: address } = await next();
  let printed = '';
  for (const { headers, path, body } of plantedIn(canaries)) {
    await fetch(String(address) + path, {
      method: 'POST',
      headers: { ...headers, 'x-faultline-fault': 'overloaded' },
      body,
    });
    printed += JSON.stringify(await next());
  }
  const files = readdirSync(store).map((name) => readFileSync(join(store, name)).toString('latin1'));
  child.kill('SIGTERM');
  printed += JSON.stringify(await next());
  await ended(child);
  const kept = openStore(store, 'existing');
  onTestFinished(() => kept.close());
  const ids = (await kept.list()).map(({ id }) => id);
  expect(ids.length).toBe(plantedIn(canaries).length);
  for (const form of ['--har', '--curl', '--http', '--json']) {
    const { out, err } = await ended(start(['incidents', 'export', ids[0] ?? '', form, '--store', store]));
    printed += out + err;
  }
  printed += (await ended(start(['incidents', 'show', ids[1] ?? '', '--store', store]))).out;
  const found = canaries.filter((canary) => [...files, printed].some((text) => text.includes(canary)));
  expect(found).toEqual([]);
});
