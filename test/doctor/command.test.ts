import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { doctor, runDoctor } from '../../src/app/doctor/operation.ts';
import type { World } from '../../src/app/world/world.ts';
import { readFlags } from '../../src/cli/flags.ts';
import { isFaultlineError } from '../../src/core/error.ts';
import type { HttpAnswer, Network } from '../../src/core/world.ts';
import { probes } from '../../src/probes/index.ts';
import { redact } from '../../src/redactors/index.ts';
import { widthOf } from '../../src/report/layout.ts';
import { testHost } from '../test-host.ts';
import { bareMachine, testKey, testWorld } from './examined.ts';
import { deadPort, serve, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
const folder = mkdtempSync(join(tmpdir(), 'faultline-doctor-'));
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
  rmSync(folder, { recursive: true, force: true });
});

const alone = ['--no-status', '--no-connectivity', '--no-resolver', '--no-registry', '--proxy', 'none'];

async function run(words: readonly string[], world: World = testWorld(), columns = 80) {
  const { host, output } = testHost('');
  const code = await runDoctor(readFlags(doctor, words), { ...host, columns }, world);
  return { code, output: output() };
}

/** A network in which every contact fails at once, as without any connection. */
const noNetwork = (code: string): Network => {
  const failed = async () => ({ kind: 'failed' as const, code, message: code, tookMs: 1 });
  return { lookUp: failed, connect: failed, secure: failed, tunnel: failed, send: failed, wait: async () => {} };
};

/** What a command line that is refused advises to do. */
async function advice(words: readonly string[]): Promise<string> {
  return run(words).then(
    () => '',
    (error: unknown) => (isFaultlineError(error) ? error.hint : ''),
  );
}

describe('faultline doctor', () => {
  test('ends with 0 and a table when nothing is wrong', async () => {
    const api = await serve(wellBehaved);
    open.push(api);
    const { code, output } = await run(['--base-url', api.url, ...alone]);
    expect(code).toBe(0);
    expect(output).toContain('Nothing was found that makes calls to `localhost` fail.');
    expect(output).toMatch(/✓ api-key\s+\d+ ms/);
    expect(output).toContain('Ruled out');
  });

  test('says that there is no network, and not that the API is at fault', async () => {
    const world = { machine: bareMachine({ ANTHROPIC_API_KEY: testKey }), networkWithin: () => noNetwork('EAI_AGAIN') };
    const { code, output } = await run([], world);
    expect(code).toBe(1);
    expect(output).toContain('This machine has no working network');
  });

  test('says so when nothing ever answers, as soon as the limits are over', async () => {
    const late = { kind: 'failed' as const, code: 'ETIMEDOUT', message: 'no answer', tookMs: 0 };
    const silent = (limitMs: number): Network => ({
      ...noNetwork('ETIMEDOUT'),
      lookUp: async () => new Promise((resolve) => void setTimeout(() => resolve(late), limitMs)),
      send: async () => new Promise((resolve) => void setTimeout(() => resolve(late), limitMs)),
    });
    const world = { machine: bareMachine({ ANTHROPIC_API_KEY: testKey }), networkWithin: silent };
    expect((await run(['--timeout', '0.1'], world)).output).toContain('This machine has no working network');
  });

  test('asks what tells that there is no network first, and within five seconds', () => {
    const free = probes.filter(({ cost, needs = [] }) => cost === 'free-call' && needs.length === 0);
    expect(free.map(({ id }) => id)).toEqual(expect.arrayContaining(['system-resolver', 'connectivity']));
    expect(free.filter(({ limitMs }) => limitMs > 4000).map(({ id }) => id)).toEqual([]);
  });

  test('prints the whole examination as JSON, without the key', async () => {
    const api = await serve(wellBehaved);
    open.push(api);
    const { output } = await run(['--base-url', api.url, ...alone, '--json']);
    expect(JSON.parse(output)).toMatchObject({
      kind: 'examination',
      outcome: 'none',
      target: { credential: 'ANTHROPIC_API_KEY' },
    });
    expect(output).not.toContain(testKey);
  });

  test('prints Markdown with a table', async () => {
    const api = await serve(wellBehaved);
    open.push(api);
    const { output } = await run(['--base-url', api.url, ...alone, '--format', 'markdown']);
    expect(output).toMatch(/^### Nothing was found/);
    expect(output).toContain('| fine | api-key |');
  });

  test.each([
    [['--base-url', 'localhost:8080'], 'no web address'],
    [['--proxy', 'http://[oops'], 'cannot be read'],
    [['--timeout', 'soon'], 'no number of seconds'],
    [['--at', 'yesterday-ish'], 'is not a time'],
    [['--budget', 'all'], 'no budget'],
    [['--at', '2026-02-31T10:00:00Z'], 'is not a time'],
    [['--resolver', 'dns.example.com'], 'is no address'],
    [['--resolver', '[::1]:99999'], 'is no address'],
    [['--request', 'nowhere.json'], 'no file'],
  ])('refuses %j with a hint', async (words, because) => {
    await expect(run(words)).rejects.toThrow(because);
  });

  test('gives advice on the command that was called, which no redaction makes unreadable', async () => {
    expect(await advice(['--request', 'nowhere.json'])).toContain('--request request.json');
    const proxy = await advice(['--proxy', 'foo:bar:baz']);
    expect(proxy).toContain('http://host:port');
    expect(redact(proxy).text).toBe(proxy);
  });

  test.each(['9.9.9.9', '127.0.0.1:5353', '2620:fe::fe', '[2620:fe::fe]:53'])(
    'takes %s for a resolver',
    async (address) => {
      expect((await run(['--plan', '--resolver', address])).output).toContain('direct-resolver');
    },
  );

  test('reads the failing request from whatever holds it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'faultline-doctor-')), 'call.txt');
    const body = '{"model":"claude-haiku-4-5","max_tokens":5,"messages":[]}';
    writeFileSync(file, `curl https://api.anthropic.com/v1/messages -d '${body}'`);
    const { code, output } = await run(['--offline', '--request', file]);
    expect(code).toBe(1);
    expect(output).toContain('messages-empty');
  });
});

test.each([['--plan'], ['--offline']])(
  'doctor %s fits a terminal of 40 columns, but for what is copied whole',
  async (flag) => {
    const { output } = await run([flag], testWorld(), 40);
    const tooLong = output.split('\n').filter((line) => widthOf(line) > 40 && !/^\s+\S+:\/\/\S+$/.test(line));
    // An indented command stands on a line of its own.
    expect(tooLong.filter((line) => !/^ {7}\S/.test(line))).toEqual([]);
  },
);

describe('the plan', () => {
  test('names every address with the switch that turns it off, and asks nothing', async () => {
    const world = { machine: bareMachine({ ANTHROPIC_API_KEY: testKey }), networkWithin: () => noNetwork('asked') };
    const { code, output } = await run(['--plan', '--json'], world);
    expect(code).toBe(0);
    const parsed: unknown = JSON.parse(output);
    expect(parsed).toMatchObject({ budget: { requests: 16 } });
    for (const purpose of ['status.claude.com', 'cp.cloudflare.com', '1.1.1.1', 'api.anthropic.com'])
      expect(output).toContain(purpose);
    expect(output).not.toContain('"off": ""');
  });

  test.each([
    ['--no-status', 'status.claude.com'],
    ['--no-connectivity', 'cp.cloudflare.com'],
    ['--no-resolver', '1.1.1.1:53'],
    ['--offline', 'api.anthropic.com:443'],
  ])('%s takes %s out', async (flag, address) => {
    expect((await run(['--plan'])).output).toContain(address);
    expect((await run(['--plan', flag])).output).not.toContain(address);
  });

  test('says what it can cost at most', async () => {
    expect((await run(['--plan'])).output).toContain('0 paid tokens');
    expect((await run(['--plan', '--allow-paid'])).output).toContain('60 paid tokens');
  });
});

const answered = (status: number, body: unknown): HttpAnswer => ({
  kind: 'answered',
  status,
  headers: { 'request-id': 'req_011AAAAAAAAAAAAAAAAAAAAA' },
  body: JSON.stringify(body),
  firstByteMs: 1,
  tookMs: 1,
});

const page = (status: string): unknown => ({
  page: {},
  status: { description: 'told' },
  components: [{ name: 'Claude API', status }],
  incidents: [],
});

/** A world in which the service is back in a certain round, and waiting moves the clock. */
function worldBackIn(round: number): World {
  let ms = Date.parse('2026-11-25T12:00:00Z');
  let rounds = 0;
  const network: Network = {
    ...noNetwork('ECONNREFUSED'),
    send: async ({ url }) => {
      if (!url.includes('/api/v2/')) return rounds >= round ? answered(200, { data: [] }) : answered(529, {});
      rounds += 1;
      return answered(200, page(rounds >= round ? 'operational' : 'major_outage'));
    },
    wait: async (waitMs) => {
      ms += waitMs;
    },
  };
  return { machine: bareMachine({ ANTHROPIC_API_KEY: testKey }, () => ms), networkWithin: () => network };
}

describe('faultline doctor --watch', () => {
  test('follows the service until it is back, and says so', async () => {
    const { code, output } = await run(['--watch'], worldBackIn(3));
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(4);
    expect(output).toContain('The service is back, 60 s after this watch began.');
  });

  test('has nothing to wait for when the service answers', async () => {
    expect((await run(['--watch'], worldBackIn(1))).output).toContain('nothing to wait for');
  });

  test('without the status page tells of the call alone, and of a connection that does not come about as such', async () => {
    const words = ['--watch', '--no-status', '--budget', 'seconds=1', '--proxy', 'none', '--base-url'];
    const { output } = await run([...words, `http://127.0.0.1:${await deadPort()}`], testWorld({ env: {} }));
    expect(output).toMatch(/^\d\d:\d\d:\d\d {2}No connection to `127\.0\.0\.1:\d+` came about \(`ECONNREFUSED`\)\.\n/);
  });

  test('ends with 4 when its budget is used up before', async () => {
    const { code, output } = await run(['--watch', '--budget', 'seconds=100'], worldBackIn(99));
    expect(code).toBe(4);
    expect(output).toContain('not back yet');
  });
});
