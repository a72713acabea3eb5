import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { startSimulator, virtualClock } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { buildProgram } from '../cli/program.ts';

const program = await buildProgram();
afterAll(() => rmSync(program, { recursive: true, force: true }));
const patient = { timeout: 90_000 };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-hardship-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function simulated(): Promise<string> {
  const started = await startSimulator({ clock: virtualClock() });
  onTestFinished(() => started.stop());
  return started.url;
}

/** Gives the lines of a child as they come; undefined once it has ended. */
function linesOf({ stdout }: ChildProcessByStdio<null, Readable, null>): () => Promise<string | undefined> {
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async () => {
    const line = await lines.next();
    return line.done === true ? undefined : line.value;
  };
}

/** The same numbers for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test(
  'killed a hundred times while four processes write, a store has every incident that was told, and no half one',
  patient,
  async () => {
    const store = join(folder(), 'store');
    const draw = drawing(20_261_126);
    const told: string[] = [];
    const writer = join(import.meta.dirname, 'endless-writer.ts');
    const killing = async (lane: number): Promise<void> => {
      for (let round = 0; round < 25; round++) {
        const child = spawn(process.execPath, [writer, store, `${lane}x${round}`], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const next = linesOf(child);
        const closed = once(child, 'close');
        for (let left = draw(12); left > 0; left--) {
          const line = await next();
          if (line !== undefined) told.push(line);
        }
        child.kill('SIGKILL');
        await closed;
        for (let line = await next(); line !== undefined; line = await next()) told.push(line);
      }
    };
    await Promise.all([0, 1, 2, 3].map(killing));
    expect(told.length).toBeGreaterThan(200);

    const kept = openStore(store, 'existing');
    onTestFinished(() => kept.close());
    const ids = new Set((await kept.list({ limit: 1e6 })).map(({ id }) => id));
    expect(told.filter((id) => !ids.has(id))).toEqual([]);
    for (const id of ids) expect((await kept.get(id))?.verdict.open[0]).toMatch(/^x*$/);
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    const database = new DatabaseSync(join(store, 'incidents.sqlite'));
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  },
);

test.skipIf(process.platform === 'win32')(
  'on a full disk calls go through, and the user is told what was not kept',
  patient,
  async () => {
    const url = await simulated();
    const store = join(folder(), 'store');
    const script = join(folder(), 'caller.mjs');
    writeFileSync(
      script,
      `const statuses = [];
    for (let call = 0; call < 6; call++) {
      const headers = { 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'x-faultline-fault': 'overloaded' };
      const body = JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: call + 'word '.repeat(9000) }] });
      statuses.push((await fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', { method: 'POST', headers, body })).status);
    }
    console.log(statuses.join(' '));`,
    );
    // What a file may grow to stands for the room on a disk.
    const run = ['run', '--upstream', url, '--store', store, '--', process.execPath, script].map((word) => `'${word}'`);
    const child = spawn(
      'sh',
      ['-c', `ulimit -f 256; exec '${process.execPath}' '${join(program, 'dist', 'cli.js')}' ${run.join(' ')}`],
      {
        env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
      },
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (piece) => (out += String(piece)));
    child.stderr.on('data', (piece) => (err += String(piece)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, out }).toEqual({ code: 0, out: '529 529 529 529 529 529\n' });
    const said = err.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/6 calls · 6 failed/);
    expect(said).toMatch(/Not kept\. The store in \S+ cannot be used/);
    expect(said).toMatch(/Not kept \d failures/);
    const kept = openStore(store, 'existing');
    onTestFinished(() => kept.close());
    const lines = await kept.list();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(6);
    for (const { id } of lines) expect((await kept.get(id))?.verdict.findings[0]?.cause).toBe('overloaded');
  },
);

const manyFiles = 10_000;

test.skipIf(openFilesAllowed() < manyFiles + 1000)(
  'with ten thousand connections open a call goes through, and is kept',
  patient,
  async () => {
    const url = await simulated();
    const store = join(folder(), 'store');
    const child = spawn(
      process.execPath,
      [join(program, 'dist', 'cli.js'), 'record', '--json', '--upstream', url, '--store', store],
      {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const next = linesOf(child);
    const address = /"url":"([^"]+)"/.exec((await next()) ?? '')?.[1] ?? '';
    const { hostname, port } = new URL(address);
    const sockets: Socket[] = [];
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    while (sockets.length < manyFiles) {
      const opened = Array.from({ length: 200 }, () => connect(Number(port), hostname));
      await Promise.all(opened.map((socket) => once(socket, 'connect')));
      sockets.push(...opened);
    }
    const headers = { 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'x-faultline-fault': 'overloaded' };
    const answer = await fetch(`${address}/v1/messages`, {
      method: 'POST',
      headers,
      body: '{"model":"claude-sonnet-5"}',
    });
    expect(answer.status).toBe(529);
    expect(await next()).toContain('"cause":"overloaded"');
    const kept = openStore(store, 'existing');
    onTestFinished(() => kept.close());
    expect(await kept.list()).toHaveLength(1);
  },
);

/** Node raises its own limit as far as it may. */
function openFilesAllowed(): number {
  const report: unknown = process.report?.getReport();
  const limits: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'userLimits') : undefined;
  const files: unknown = typeof limits === 'object' && limits !== null ? Reflect.get(limits, 'open_files') : undefined;
  const soft: unknown = typeof files === 'object' && files !== null ? Reflect.get(files, 'soft') : undefined;
  return soft === 'unlimited' ? Infinity : Number(soft ?? 0);
}
