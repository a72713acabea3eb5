import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { runBaseline, baseline } from '../src/app/baseline/operation.ts';
import { answerShapeOf } from '../src/app/baseline/answer-shape.ts';
import { worldOf } from '../src/app/doctor/examining.ts';
import type { Host } from '../src/app/operation.ts';
import { readFlags } from '../src/cli/flags.ts';
import { startSimulator, type Simulator } from '../src/simulator/index.ts';
import { outputComplaints } from './schemas.ts';
import { testHost } from './test-host.ts';

const request = {
  model: 'claude-sonnet-4-6',
  max_tokens: 50,
  messages: [{ role: 'user', content: 'Which river flows through Vienna?' }],
};
const file = 'faultline-baseline.json';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-baseline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.git'));
  write('request.json', request);
  install('1.13.0');
});

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(value));
}

function install(version: string): void {
  const place = join(folder, 'node_modules', '@anthropic-ai', 'sdk');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: '@anthropic-ai/sdk', version }));
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in the test's folder; live calls reach a simulator alone. */
async function run(words: readonly string[], env: Host['env'] = {}, day = '2026-11-26'): Promise<Ended> {
  const { host, output } = testHost('');
  let err = '';
  const own = { PATH: process.env['PATH'], HOME: folder, ...env };
  const now = (): number => Date.parse(`${day}T12:00:00Z`);
  const here: Host = { ...host, cwd: folder, env: own, now, err: (text) => (err += text) };
  const world = worldOf(here);
  const machine = { ...world.machine, home: folder };
  const code = await runBaseline(readFlags(baseline, words), here, { ...world, machine });
  return { code, out: output(), err };
}

function saved(): string {
  return readFileSync(join(folder, file), 'utf8');
}

function change(from: string, to: string): void {
  expect(saved()).toContain(from);
  writeFileSync(join(folder, file), saved().replaceAll(from, to));
}

async function simulated(): Promise<Simulator> {
  const simulator = await startSimulator({ limits: { requests: 50, inputTokens: 30_000 } });
  onTestFinished(async () => simulator.stop());
  return simulator;
}

test('a baseline says what works, holds no credential, and compares with itself as the same', async () => {
  const key = ['sk', 'ant', 'api03', 'Qw7'.repeat(30)].join('-');
  const env = { ANTHROPIC_API_KEY: key, HTTPS_PROXY: `http://me:${'p4ss'.repeat(4)}@proxy.example:8080` };
  expect((await run(['save', '--request', 'request.json'], env)).code).toBe(0);
  expect(saved()).not.toContain(key.slice(-10));
  expect(saved()).not.toContain('p4ss');
  expect(JSON.parse(saved())).toMatchObject({
    kind: 'faultline-baseline',
    savedOn: '2026-11-26',
    target: { baseUrl: 'https://api.anthropic.com', model: 'claude-sonnet-4-6', betas: [] },
    surroundings: { sdks: [{ package: 'npm:@anthropic-ai/sdk', version: '1.13.0' }] },
    knownGood: { body: request, judgedBy: 'rules' },
    doctor: { reach: 'this-machine' },
  });
  expect(outputComplaints('baseline', JSON.parse(saved()))).toEqual([]);
  const { code, out } = await run(['check'], env);
  expect(out).toContain('the configuration is as it was');
  expect(code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.includes('baseline'))).toEqual([file]);
});

test('what changed ends with 1, and is told at its line on GitHub', async () => {
  await run(['save', '--request', 'request.json']);
  install('1.14.0');
  const { code, out } = await run(['check']);
  expect(code).toBe(1);
  expect(out).toContain('Changed    `npm:@anthropic-ai/sdk`: `1.13.0` then, `1.14.0` now.');
  const line =
    saved()
      .split('\n')
      .findIndex((text) => text.includes('"npm:@anthropic-ai/sdk"')) + 1;
  const github = await run(['check', '--format', 'github']);
  expect(github.code).toBe(1);
  expect(github.out).toContain(
    `::error file=${file},line=${line},title=baseline changed::\`npm:@anthropic-ai/sdk\`: \`1.13.0\` then`,
  );
  const json: unknown = JSON.parse((await run(['check', '--json'])).out);
  expect(json).toMatchObject({ kind: 'baseline-check', outcome: 'changed', triedBy: 'rules' });
  expect(outputComplaints('baseline-check', json)).toEqual([]);
});

test('a request as it is sent today is compared too: model, betas, version, and whether it would be taken', async () => {
  await run(['save', '--request', 'request.json']);
  write('request.json', { ...request, model: 'claude-opus-4-8', max_tokens: -1 });
  const { code, out } = await run(['check', '--request', 'request.json']);
  expect(code).toBe(1);
  expect(out).toContain('The model: `claude-sonnet-4-6` then, `claude-opus-4-8` now.');
  expect(out).toContain('The rules refuse it: max_tokens');
});

describe('what will stop working is told ahead', () => {
  const cases: readonly (readonly [string, () => void, string, number, string])[] = [
    ['a model that retires soon', () => change('claude-sonnet-4-6', 'claude-opus-4-1'), '2026-06-20', 0, 'retires on'],
    [
      'a model that has retired',
      () => change('claude-sonnet-4-6', 'claude-3-opus-20240229'),
      '2026-11-26',
      1,
      'retired on',
    ],
    [
      'a beta that is deprecated',
      () => change('"betas": []', '"betas": ["pdfs-2024-09-25"]'),
      '2026-11-26',
      1,
      'is deprecated',
    ],
    ['facts that are old', () => {}, '2027-03-01', 0, 'What this Faultline knows of models and their dates is of'],
    ['a baseline that is old', () => {}, '2027-03-01', 0, 'The baseline is 95 days old.'],
  ];
  test.each(cases)('%s', async (_, prepare, day, expected, said) => {
    await run(['save', '--request', 'request.json']);
    prepare();
    const { code, out } = await run(['check'], {}, day);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(code).toBe(expected);
  });
});

test('settings of a diagnosis that were left behind are listed with how to undo them, and --strict minds them', async () => {
  await run(['save', '--request', 'request.json']);
  const env = { ANTHROPIC_LOG: 'debug', NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const { code, out } = await run(['check'], env);
  expect(code).toBe(0);
  expect(out).toContain('Undo: unset ANTHROPIC_LOG');
  expect(out).toContain('Undo: unset NODE_TLS_REJECT_UNAUTHORIZED');
  const strict = await run(['check', '--strict', '--json'], env);
  expect(strict.code).toBe(1);
  expect(outputComplaints('baseline-check', JSON.parse(strict.out))).toEqual([]);
});

test(
  'with --live the API answers, its limits and the shape of its answer are kept and compared',
  { timeout: 60_000 },
  async () => {
    const simulator = await simulated();
    const live = ['--live', '--base-url', simulator.url];
    const first = await run(['save', '--request', 'request.json', ...live], simulator.env);
    expect(first.err).toContain(`sends the known-good request to ${simulator.url} with the key in ANTHROPIC_API_KEY`);
    expect(JSON.parse(saved())).toMatchObject({
      knownGood: { judgedBy: 'api', answer: { type: 'message', content: ['text'] } },
      limits: { requests: 50 },
      doctor: { reach: 'network' },
    });
    expect(outputComplaints('baseline', JSON.parse(saved()))).toEqual([]);
    change('"requests": 50', '"requests": 80');
    const { code, out } = await run(['check', ...live], simulator.env);
    expect(out).toContain('The limit of requests: 80 a minute then, 50 now.');
    expect(code).toBe(1);
    simulator.inject('api-key-invalid');
    const refused = await run(['check', ...live], simulator.env);
    expect(refused.out).toContain('The API refuses the known-good request: 401');
    expect(refused.code).toBe(1);
    simulator.heal();
    simulator.inject('overloaded');
    const busy = await run(['check', ...live], simulator.env);
    expect(busy.out).toContain('it could not be told');
    expect(busy.code).toBe(4);
  },
);

test('nobody is asked without --live, and no more than the budget with it', { timeout: 60_000 }, async () => {
  const simulator = await simulated();
  await run(['save', '--request', 'request.json', '--base-url', simulator.url], simulator.env);
  await run(['check', '--base-url', simulator.url], simulator.env);
  await run(['check', '--offline', '--base-url', simulator.url], simulator.env);
  const small = run(['check', '--live', '--budget', 'tokens=10', '--base-url', simulator.url], simulator.env);
  await expect(small).rejects.toMatchObject({ code: 'budget-too-small' });
  await expect(run(['check', '--live', '--base-url', simulator.url])).rejects.toMatchObject({ code: 'key-missing' });
  expect(simulator.calls.filter(({ path }) => path === '/v1/messages')).toEqual([]);
});

test('what cannot be used says how it can, and nothing is written over', async () => {
  await expect(run([])).rejects.toMatchObject({ code: 'operand-missing' });
  await expect(run(['chek'])).rejects.toMatchObject({ hint: 'Did you mean `faultline baseline check`?' });
  await expect(run(['check'])).rejects.toMatchObject({ code: 'baseline-missing' });
  await expect(run(['save'])).rejects.toMatchObject({ code: 'request-missing' });
  write('bad.json', { ...request, max_tokens: -1 });
  await expect(run(['save', '--request', 'bad.json'])).rejects.toMatchObject({ code: 'request-refused' });
  write('package.json', { name: 'mine' });
  await expect(run(['save', '--request', 'request.json', '--file', 'package.json'])).rejects.toMatchObject({
    code: 'baseline-unreadable',
  });
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{"name":"mine"}');
  expect((await run(['save', '--model', 'claude-sonnet-5'])).code).toBe(0);
});

test('the shape of a stream is that of its message', () => {
  const stream = [
    { type: 'message_start', message: { usage: { input_tokens: 3, output_tokens: 1 } } },
    { type: 'content_block_start', content_block: { type: 'thinking' } },
    { type: 'content_block_start', content_block: { type: 'text' } },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
  ];
  const text = stream.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  expect(answerShapeOf(text)).toEqual({
    type: 'stream',
    content: ['thinking', 'text'],
    stopReason: 'end_turn',
    usage: ['input_tokens', 'output_tokens'],
  });
  expect(answerShapeOf('<html>')).toBeUndefined();
});
