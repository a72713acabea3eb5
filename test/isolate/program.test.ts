import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { testKey } from '../doctor/examined.ts';
import { deadPort, serve, type Listening } from '../doctor/loopback.ts';
import { folderWith, foundIn, isolatedBy, printedBy, refusing, sound } from './isolated.ts';

const open: Pick<Listening, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

async function kept<T extends Pick<Listening, 'close'>>(listening: Promise<T>): Promise<T> {
  const one = await listening;
  open.push(one);
  return one;
}

/** Inside the project, so that its SDK is found. */
const here = import.meta.dirname;
const { path: calls } = folderWith({ 'call.json': sound, 'other.json': { ...sound, max_tokens: 3 } });
const call = join(calls, 'call.json');
const system = { PATH: process.env['PATH'] ?? '', HOME: calls };

// Programs of this machine take their time when it is busy; npm most of all.
const patient = { timeout: 60_000 };

describe('the program that sends', patient, () => {
  test('is told where the SDK is refused and bare HTTP is not', async () => {
    const gateway = await kept(serve(refusing(({ headers }) => headers['x-stainless-lang'] !== undefined)));
    const isolation = await isolatedBy(
      [call, '--live', '--no-status', '--base-url', gateway.url, '--vary', 'client=http'],
      { cwd: here },
    );
    expect(foundIn(isolation)).toEqual(['client']);
    expect(isolation.headline).toMatch(/bare HTTP in place of @anthropic-ai\/sdk \d/);
  });

  test('asks for the version of the API that the SDK asks for by itself', async () => {
    const api = await kept(serve(refusing(({ headers }) => headers['anthropic-version'] === '2023-06-01')));
    const words = [call, '--live', '--no-status', '--base-url', api.url, '--vary', 'client=sdk'];
    const isolation = await isolatedBy(words, { cwd: here });
    expect(foundIn(isolation)).toEqual(['client']);
  });

  test('is no difference where both get through the same way', async () => {
    const api = await kept(serve(refusing(() => true)));
    const isolation = await isolatedBy([call, '--live', '--no-status', '--base-url', api.url, '--vary', 'client'], {
      cwd: here,
    });
    expect(isolation).toMatchObject({ outcome: 'no-difference' });
  });

  test('is told by its version, with another one installed beside it', async () => {
    const project = projectWithSdk('1.0.0');
    const registry = await kept(serveRegistry('1.1.0'));
    const api = await kept(serve(refusing(({ headers }) => headers['x-version'] === '1.0.0')));
    const env = {
      ...system,
      ANTHROPIC_API_KEY: testKey,
      npm_config_registry: registry.url,
      npm_config_cache: join(project, 'cache'),
    };
    const words = [call, '--live', '--no-status', '--base-url', api.url, '--vary', 'sdk=1.1.0'];
    await expect(printedBy(words, { cwd: project, env })).rejects.toThrow('has to ask the package registry');
    const before = new Set(readdirSync(tmpdir()));
    const isolation = await isolatedBy([...words, '--install'], { cwd: project, env });
    expect(foundIn(isolation)).toEqual(['sdk']);
    expect(isolation.headline).toContain('@anthropic-ai/sdk 1.1.0 in place of 1.0.0');
    // The project's own is as it was, and nothing is left behind.
    expect(readFileSync(join(project, 'node_modules/@anthropic-ai/sdk/package.json'), 'utf8')).toContain('1.0.0');
    const after = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('faultline-isolate-') && !name.includes('test'),
    );
    expect(after.filter((name) => !before.has(name))).toEqual([]);
    await expect(printedBy([...words.slice(0, -1), 'sdk=9.9.9', '--install'], { cwd: project, env })).rejects.toThrow(
      'npm could not install @anthropic-ai/sdk@9.9.9',
    );
  });
});

/** A project with an SDK that says its version, and nothing else of the real one. */
function projectWithSdk(version: string): string {
  const { path } = folderWith({ 'package.json': { name: 'app', private: true } });
  writeSdk(join(path, 'node_modules/@anthropic-ai/sdk'), version);
  return path;
}

function writeSdk(folder: string, version: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: '@anthropic-ai/sdk', version, type: 'module', exports: './index.js' }),
  );
  writeFileSync(
    join(folder, 'index.js'),
    `export default class {
  constructor(options) { this.options = options; this.messages = { create: (body) => this.post('/v1/messages', body), countTokens: (body) => this.post('/v1/messages/count_tokens', body) }; }
  async post(path, body) {
    const answer = await fetch(this.options.baseURL + path, { method: 'POST', body: JSON.stringify(body), headers: { 'x-version': '${version}' } });
    if (answer.status < 300) return answer.json();
    throw Object.assign(new Error('refused'), { status: answer.status, headers: answer.headers, error: await answer.json() });
  }
}
`,
  );
}

/** A package registry with one version of one package. */
async function serveRegistry(version: string): ReturnType<typeof serve> {
  const { path } = folderWith({});
  writeSdk(path, version);
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], {
    cwd: path,
    env: { ...system, npm_config_cache: join(path, 'cache') },
  });
  const tarball = readFileSync(join(path, readdirSync(path).find((name) => name.endsWith('.tgz')) ?? ''));
  const registry = await serve((request, response) => {
    if (request.url?.endsWith('.tgz') === true) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(tarball);
      return;
    }
    const dist = {
      tarball: `http://${request.headers.host}/sdk.tgz`,
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    };
    const packument = {
      name: '@anthropic-ai/sdk',
      'dist-tags': { latest: version },
      versions: { [version]: { name: '@anthropic-ai/sdk', version, dist } },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(packument));
  });
  return registry;
}

const failsWith = (condition: string): readonly string[] => [
  '--',
  process.execPath,
  '-e',
  `const { env } = process; if (${condition}) { console.error('APIConnectionError: Connection error. (ECONNREFUSED)'); process.exit(1); }`,
];

describe('the environment of a command', patient, () => {
  test('is told by the variable that makes it fail', async () => {
    const env = {
      ...system,
      ANTHROPIC_API_KEY: testKey,
      ANTHROPIC_LOG: 'debug',
      HTTPS_PROXY: 'http://nowhere.example',
      ANTHROPIC_BETAS: 'x',
    };
    const isolation = await isolatedBy(failsWith('env.HTTPS_PROXY'), { cwd: calls, env });
    expect(foundIn(isolation)).toEqual(['env HTTPS_PROXY']);
    expect(isolation.oracle).toBe('command');
    expect(isolation.decisions.find(({ id }) => id === 'P23')).toMatchObject({ mark: 'decides' });
    expect(isolation.next).toContain('Unset `HTTPS_PROXY`');
    expect(isolation.things.map(({ id }) => id)).not.toContain('env ANTHROPIC_API_KEY');
  });

  test('is told by two variables that only together make it fail', async () => {
    const env = {
      ...system,
      NODE_NO_WARNINGS: '1',
      HTTPS_PROXY: 'http://nowhere.example',
      NODE_USE_ENV_PROXY: '1',
      ANTHROPIC_LOG: 'info',
      SSL_CERT_DIR: '/x',
      DEBUG: '1',
    };
    const isolation = await isolatedBy(failsWith('env.HTTPS_PROXY && env.ANTHROPIC_LOG'), { cwd: calls, env });
    expect(isolation.culprits).toMatchObject([{ how: 'together' }]);
    expect(foundIn(isolation)).toEqual(['env ANTHROPIC_LOG + env HTTPS_PROXY']);
  });

  test('is told by what a `.env` file sets', async () => {
    const { path } = folderWith({ '.env': 'ANTHROPIC_CUSTOM_HEADERS=x-team: core\nANTHROPIC_API_KEY=k\nAPP_NAME=x\n' });
    const words = [...failsWith('env.ANTHROPIC_CUSTOM_HEADERS')];
    words.splice(2, 0, '--env-file=.env');
    const isolation = await isolatedBy(words, { cwd: path, env: system });
    expect(foundIn(isolation)).toEqual(['env ANTHROPIC_CUSTOM_HEADERS']);
    expect(isolation.next).toContain('out of `.env`');
  });

  test('is looked through whole where that is wanted', async () => {
    const env = { ...system, MY_APP_MODE: 'strict', MY_APP_REGION: 'eu', ANTHROPIC_LOG: 'info' };
    expect((await isolatedBy(failsWith("env.MY_APP_MODE === 'strict'"), { cwd: calls, env })).outcome).toBe(
      'no-difference',
    );
    const words = ['--vary', 'env=all', ...failsWith("env.MY_APP_MODE === 'strict'")];
    expect(foundIn(await isolatedBy(words, { cwd: calls, env }))).toEqual(['env MY_APP_MODE']);
  });

  test('stays as it is where a command gets a request instead', async () => {
    const reads = [
      '--',
      process.execPath,
      '-e',
      "let t = ''; process.stdin.on('data', (d) => (t += d)).on('end', () => process.exit(JSON.parse(t).max_tokens === 3 ? 0 : 7));",
    ];
    const isolation = await isolatedBy([call, '--good', join(calls, 'other.json'), ...reads], {
      cwd: calls,
      env: system,
    });
    expect(foundIn(isolation)).toEqual(['max_tokens']);
    expect(isolation).toMatchObject({ oracle: 'command', failure: 'exit 7' });
  });

  test('never shows a value', async () => {
    const env = {
      ...system,
      ANTHROPIC_AUTH_TOKEN: testKey,
      ANTHROPIC_API_KEY: testKey,
      HTTPS_PROXY: 'http://user:hidden-word@nowhere.example',
    };
    const { output } = await printedBy(['--json', ...failsWith('env.HTTPS_PROXY')], { cwd: calls, env });
    expect(output).not.toContain('hidden-word');
    expect(output).not.toContain(testKey.slice(-20));
  });

  test('a command that does not end is ended, and what it started as well', async () => {
    const pidFile = join(calls, 'pid');
    const late = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid)); setTimeout(() => {}, 60000);`;
    const words = ['--timeout', '1', '--vary', 'env=all', '--', process.execPath, '-e', late];
    const { code, output } = await printedBy(words, { cwd: calls, env: { ...system, X: '1' } });
    expect(code).toBe(4);
    expect(output).toContain('did not end in time');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });
});

async function resultOf(bundle: string, env: Readonly<Record<string, string>>): Promise<string> {
  const out = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [bundle], { env: { ...system, ...env } }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
  const path = join(dirname(bundle), 'result.json');
  writeFileSync(path, out);
  return path;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('another machine', patient, () => {
  test('runs a bundle, and its result is compared', async () => {
    let isOpen = true;
    const api = await kept(serve(refusing(() => !isOpen, 403, 'permission_error', 'Not from here')));
    const { path } = folderWith({ 'call.json': sound });
    const written = await printedBy(['call.json', '--base-url', api.url, '--bundle', 'there.mjs'], { cwd: path });
    expect(written).toMatchObject({ code: 0 });
    const bundle = join(path, 'there.mjs');
    expect(readFileSync(bundle, 'utf8')).not.toContain(testKey);
    const result = await resultOf(bundle, { ANTHROPIC_API_KEY: testKey });
    expect(readFileSync(result, 'utf8')).not.toContain(testKey);
    isOpen = false;
    const words = ['call.json', '--live', '--no-status', '--base-url', api.url, '--vary', `machine=${result}`];
    const isolation = await isolatedBy(words, { cwd: path });
    expect(foundIn(isolation)).toEqual(['machine']);
    expect(isolation.decisions.find(({ id }) => id === 'P24')).toMatchObject({ mark: 'decides' });
    await expect(
      isolatedBy(['other.json', ...words.slice(1)], {
        cwd: folderWith({ 'other.json': { ...sound, max_tokens: 3 } }).path,
      }),
    ).rejects.toThrow('about another request');
    await expect(printedBy(['call.json', '--bundle', 'there.mjs'], { cwd: path })).rejects.toThrow('exists already');
  });

  test('where the network is down as well makes no difference', async () => {
    const { path } = folderWith({ 'call.json': sound });
    const url = `http://localhost:${await deadPort()}`;
    await printedBy(['call.json', '--base-url', url, '--bundle', 'there.mjs'], { cwd: path });
    const result = await resultOf(join(path, 'there.mjs'), { ANTHROPIC_AUTH_TOKEN: 'any' });
    const isolation = await isolatedBy(
      ['call.json', '--live', '--no-status', '--base-url', url, '--vary', `machine=${result}`],
      { cwd: path },
    );
    expect(isolation.outcome).toBe('no-difference');
  });
});
