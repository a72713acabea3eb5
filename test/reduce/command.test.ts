import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { reduce, runReduce } from '../../src/app/reduce/operation.ts';
import { readFlags } from '../../src/cli/flags.ts';
import type { Incident } from '../../src/core/incident.ts';
import { isObject, parsedJson } from '../../src/core/json.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { judgeText } from '../../src/app/verdict.ts';
import { testKey, testWorld } from '../doctor/examined.ts';
import { outputComplaints } from '../schemas.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-reduce-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly output: string;
  readonly told: string;
}

/** Runs the command with a clock that moves when it waits. */
async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { host, output } = testHost('');
  let told = '';
  let now = 0;
  const pace = {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
  };
  const there = {
    ...host,
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    err: (text: string) => (told += text),
  };
  const world = testWorld({ env: { ANTHROPIC_API_KEY: testKey, ...env } });
  const code = await runReduce(readFlags(reduce, words), there, world, pace);
  return { code, output: output(), told };
}

function fileWith(name: string, body: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(body));
  return path;
}

const talk = Array.from({ length: 20 }, (_, at) => ({
  role: at % 2 === 0 ? 'user' : 'assistant',
  content: `Turn ${at}: Mrs Example of 12 River Road asks about her order.`,
}));
const picture = { type: 'image', source: { type: 'url', url: 'https://pictures.example/private/river.png' } };
const sound = {
  model: 'claude-sonnet-4-6',
  max_tokens: 500,
  temperature: 0.4,
  system: 'You help customers.',
  messages: [...talk, { role: 'user', content: [{ type: 'text', text: 'What is this?' }, picture] }],
};
const broken = {
  ...sound,
  messages: [{ role: 'assistant', content: 'Hello' }, ...talk, { role: 'user', content: [] }],
};

/** An API that cannot fetch pictures, and that is overloaded at every `busyEvery`-th call. */
async function apiWithoutPictures(busyEvery: number): Promise<{ readonly url: string; readonly calls: string[] }> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: object, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    const refuse = (status: number, type: string, message: string, headers = {}): void =>
      answer(status, { type: 'error', error: { type, message } }, headers);
    let text = '';
    request
      .on('data', (piece: Buffer) => {
        text += piece.toString();
      })
      .on('end', () => {
        calls.push(text);
        if (calls.length % busyEvery === 0) refuse(529, 'overloaded_error', 'Overloaded', { 'retry-after': '3' });
        else if (request.url === '/v1/messages' && text.includes('"url"'))
          refuse(400, 'invalid_request_error', 'Unable to download the file. Please verify the URL and try again.');
        else answer(200, { type: 'message', input_tokens: 3 });
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${isObject(address) ? String(address.port) : ''}`, calls };
}

describe('faultline reduce', () => {
  test('prints what is left, without a word of the user, and asks nobody when a rule knows the failure', async () => {
    const { code, output } = await run([fileWith('broken.json', broken)]);
    expect(code).toBe(0);
    expect(output).toContain('it fails in the same way');
    expect(output).toContain('nothing was sent anywhere');
    expect(output).not.toMatch(/River Road|customers|Mrs/);
  });

  test('prints one JSON object that its schema describes', async () => {
    const path = fileWith('broken.json', broken);
    for (const words of [
      [path, '--json'],
      [path, '--json', '--plan'],
      [path, '--live', '--json', '--plan'],
    ]) {
      const output: unknown = JSON.parse((await run(words)).output);
      expect(outputComplaints('reduce', output)).toEqual([]);
    }
    const output: unknown = JSON.parse((await run([fileWith('sound.json', sound), '--json'])).output);
    expect(output).toMatchObject({ outcome: 'not-reproduced' });
    expect(outputComplaints('reduce', output)).toEqual([]);
  });

  test('finds by live calls what no rule knows, waits for a busy service, and keeps the budget', async () => {
    const { url, calls } = await apiWithoutPictures(5);
    const { code, output, told } = await run([fileWith('sound.json', sound), '--live', '--json'], {
      ANTHROPIC_BASE_URL: url,
    });
    const report = parsedJson(output);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      outcome: 'reduced',
      oracle: 'live call',
      isMinimal: true,
      confirmed: { isSame: true, oracle: 'live call' },
      failure: { status: 400, cause: 'url-source-unreachable' },
    });
    expect(isObject(report) ? report['request'] : undefined).toStrictEqual({
      endpoint: '/v1/messages',
      headers: {},
      body: {
        model: 'claude-sonnet-4-6',
        max_tokens: 1,
        messages: [
          { role: 'user', content: [{ type: 'image', source: { type: 'url', url: 'https://example.com/' } }] },
        ],
      },
    });
    expect(calls.length).toBeLessThanOrEqual(60);
    expect(told).toContain('asking again in 3 s');
    expect(output).not.toContain(testKey);
  });

  test('stops when the budget is used up, and gives the smallest so far', async () => {
    const { url, calls } = await apiWithoutPictures(1000);
    const { code, output } = await run([fileWith('sound.json', sound), '--live', '--budget', 'requests=6'], {
      ANTHROPIC_BASE_URL: url,
    });
    expect(code).toBe(4);
    expect(calls).toHaveLength(6);
    expect(output).toContain('Perhaps not: the budget of 6 requests');
  });

  test('refuses to reduce what does not depend on the request', async () => {
    const place = await storeWith(
      incidentOf(429, 'rate_limit_error', 'This request would exceed your rate limit', sound),
    );
    await expect(run(['inc_1k2m3n4p5abcdefghjk'], { FAULTLINE_STORE: place })).rejects.toMatchObject({
      code: 'failure-not-of-request',
    });
  });

  test('reduces an incident by the failure that was recorded', async () => {
    const message =
      'messages.21: all messages must have non-empty content except for the optional final assistant message';
    const place = await storeWith(incidentOf(400, 'invalid_request_error', message, broken));
    const { code, output } = await run(['inc_1k2m3n4p5abcdefghjk', '--format', 'request'], { FAULTLINE_STORE: place });
    expect(code).toBe(0);
    expect(parsedJson(output)).toMatchObject({ max_tokens: 1 });
    expect(output).not.toContain('River');
  });

  test('refuses what nests deeper than any request', async () => {
    const path = join(folder, 'deep.json');
    writeFileSync(path, `{"model":"claude-sonnet-4-6","messages":[],"tools":${'['.repeat(5000)}${']'.repeat(5000)}}`);
    await expect(run([path])).rejects.toMatchObject({ code: 'request-too-deep' });
  });

  test('takes the key for live calls from the environment alone', async () => {
    await expect(run([fileWith('sound.json', sound), '--live'], { ANTHROPIC_API_KEY: '' })).rejects.toMatchObject({
      code: 'key-missing',
    });
  });

  test('runs a command with each body, and ends it when its time is over', { timeout: 60_000 }, async () => {
    const path = fileWith('sound.json', sound);
    const failing = 'let t="";process.stdin.on("data",(d)=>t+=d).on("end",()=>process.exit(t.includes("url")?3:0))';
    const { code, output } = await run([path, '--json', '--', process.execPath, '-e', failing]);
    expect(code).toBe(0);
    expect(parsedJson(output)).toMatchObject({ oracle: 'command', failure: { code: 'exit 3' } });
    const slow = await run([path, '--timeout', '0.2', '--', process.execPath, '-e', 'setInterval(()=>{},1000)']);
    expect(slow.code).toBe(4);
    expect(slow.output).toContain('did not end in time');
  });
});

/** Whether a program of that name is there. */
function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

test.skipIf(process.platform === 'win32')(
  'interrupted, it ends the command, tells the smallest so far, and exits with 130',
  { timeout: 60_000 },
  async () => {
    const marks = join(folder, 'marks');
    const slow = `const fs = require('fs'); fs.appendFileSync(${JSON.stringify(marks)}, process.pid + ' ');
      if (fs.readFileSync(${JSON.stringify(marks)}, 'utf8').split(' ').length > 4) setInterval(() => {}, 1000); else process.exit(3);`;
    const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.ts');
    const child = spawn(
      process.execPath,
      [program, 'reduce', fileWith('sound.json', sound), '--json', '--', process.execPath, '-e', slow],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await vi.waitUntil(() => existsSync(marks) && readFileSync(marks, 'utf8').split(' ').length > 4, 30_000);
    child.kill('SIGINT');
    const code = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    expect(code).toBe(130);
    expect(parsedJson(output)).toMatchObject({
      outcome: 'reduced',
      isMinimal: false,
      endedEarly: 'it was interrupted',
    });
    const last = Number(readFileSync(marks, 'utf8').trim().split(' ').at(-1));
    expect(() => process.kill(last, 0)).toThrow('ESRCH');
  },
);

describe('what is written', () => {
  test('fails in the same way when it is run, in every language', { timeout: 60_000 }, async () => {
    const out = join(folder, 'written');
    const { code } = await run([fileWith('broken.json', broken), '--out', out]);
    expect(code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual(['reduced.json', 'reduced.py', 'reduced.sh', 'reduced.ts']);
    const simulator = await startSimulator();
    onTestFinished(() => simulator.stop());
    expect(parsedJson(readFileSync(join(out, 'reduced.json'), 'utf8'))).toMatchObject({ max_tokens: 1 });
    const programs: readonly (readonly [string, readonly string[]])[] = [
      [process.execPath, ['reduced.ts']],
      ...(has('python3') ? ([['python3', ['reduced.py']]] as const) : []),
      ...(has('curl') ? ([['sh', ['reduced.sh']]] as const) : []),
    ];
    for (const [program, args] of programs) {
      const printed = await printedBy(program, args, out, { ...process.env, ...simulator.env });
      const { facts, findings } = judgeText(printed);
      expect([program, facts.status, findings[0]?.cause]).toEqual([program, 400, 'content-empty']);
    }
  });

  test('is never written over a file', async () => {
    const path = fileWith('broken.json', broken);
    writeFileSync(join(folder, 'reduced.json'), 'mine');
    await expect(run([path, '--out', folder])).rejects.toMatchObject({ code: 'output-exists' });
    expect(readFileSync(join(folder, 'reduced.json'), 'utf8')).toBe('mine');
  });

  test('holds no secret, and the reader is told that one is missing', async () => {
    const secret = ['sk', 'ant', 'api03', 'k9Q2xW7v'.repeat(11), 'AA'].join('-');
    const body = { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: 'x' }], [secret]: 1 };
    const { output } = await run([fileWith('secret.json', body), '--json']);
    expect(output).not.toContain(secret);
    expect(parsedJson(output)).toMatchObject({ outcome: 'reduced', redactions: 1 });
  });
});

async function printedBy(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, env }, (_error, out, err) => resolve(`${out}\n${err}`));
  });
}

async function storeWith(incident: Incident): Promise<string> {
  const place = mkdtempSync(join(folder, 'store-'));
  const store = openStore(place, 'create');
  await store.add(incident, JSON.stringify(incident), Date.parse(incident.at));
  await store.close();
  return place;
}

function incidentOf(status: number, type: string, message: string, body: unknown): Incident {
  const answer = JSON.stringify({ type: 'error', error: { type, message } });
  const text = JSON.stringify(body);
  return {
    id: 'inc_1k2m3n4p5abcdefghjk',
    at: '2026-11-25T12:00:00.000Z',
    group: 'a group',
    verdict: judgeText(`HTTP/1.1 ${status}\n\n${answer}`),
    request: {
      method: 'POST',
      path: '/v1/messages',
      headers: [
        ['content-type', 'application/json'],
        ['anthropic-version', '2023-06-01'],
        ['x-api-key', '[redacted header, 108 characters]'],
        ['user-agent', 'Anthropic/JS 0.60.0'],
      ],
      body: { bytes: text.length, text },
      shape: { messages: 1 },
    },
    upstream: 'https://api.anthropic.com',
    response: { status, statusText: '', headers: [], body: { bytes: answer.length, text: answer } },
    timing: { isConnectionReused: false, endMs: 3 },
    attempts: [],
    caller: {},
    observations: [],
  };
}
