import { describe, expect, test } from 'vitest';
import { causes } from '../../causes/index.ts';
import type { Platform } from '../../core/evidence.ts';
import type { ProbeContext, ProbeOutcome, Target } from '../../core/probe.ts';
import type { Network } from '../../core/world.ts';
import { memoryMachine, type MemoryMachine } from '../../../test/memory-machine.ts';
import { environmentProbes } from './index.ts';

const canary = 'Qx7Vb2'.repeat(8);
const key = `${['sk', 'ant', 'api03'].join('-')}-${'a1B2c3'.repeat(20).slice(0, 93)}AA`;

const refuse = (): never => {
  throw new Error('A probe of the environment asks nobody.');
};
const network: Network = {
  lookUp: refuse,
  connect: refuse,
  secure: refuse,
  tunnel: refuse,
  send: refuse,
  wait: refuse,
};

function targetFor(platform: Platform): Target {
  return {
    baseUrl: 'https://api.anthropic.com',
    platform,
    host: 'api.anthropic.com',
    port: 443,
    isTls: true,
    failedAt: 0,
    statusUrl: 'https://status.example.com',
    connectivityUrl: 'http://online.example.com',
    resolver: '192.0.2.1',
    off: {},
    mayPay: false,
  };
}

async function runAll(has: MemoryMachine, platform: Platform = 'direct'): Promise<ReadonlyMap<string, ProbeOutcome>> {
  const context: ProbeContext = { machine: memoryMachine(has), network, target: targetFor(platform), learned: {} };
  const outcomes = new Map<string, ProbeOutcome>();
  for (const probe of environmentProbes) {
    if (probe.appliesTo?.(context.target) !== false) outcomes.set(probe.id, await probe.run(context));
  }
  return outcomes;
}

function causesIn(outcomes: ReadonlyMap<string, ProbeOutcome>): readonly (string | undefined)[] {
  return [...outcomes.values()].flatMap((outcome) =>
    outcome.kind === 'finding' ? outcome.findings.map(({ cause }) => cause) : [],
  );
}

describe('the probes of the environment', () => {
  test('a clean environment is fine in every respect', async () => {
    const outcomes = await runAll({
      env: { ANTHROPIC_API_KEY: key, PATH: '/bin' },
      commands: { 'node --version': 'v24.1.0' },
    });
    expect([...outcomes].filter(([, { kind }]) => kind !== 'fine')).toEqual([]);
    expect([...outcomes.values()].flatMap(({ notes = [] }) => notes)).toEqual([]);
  });

  test('without any credential the missing key is proven, and left to the call that needs it', async () => {
    const outcome = (await runAll({ env: {} })).get('credential-form');
    expect(outcome).toMatchObject({
      kind: 'finding',
      findings: [{ cause: 'api-key-missing', certainty: 'proven', isDecisive: false }],
      learned: { lacksCredential: true },
    });
  });

  test('a misspelt name is told where the key is missed', async () => {
    const outcome = (await runAll({ env: { ANTROPIC_API_KEY: canary } })).get('credential-form');
    expect(JSON.stringify(outcome)).toContain('`ANTROPIC_API_KEY` is set, which no SDK reads');
    expect(JSON.stringify(outcome)).toContain('export ANTHROPIC_API_KEY=\\"$ANTROPIC_API_KEY\\"');
  });

  test('a key in a `.env` file leaves open whether the program loads it', async () => {
    const outcomes = await runAll({ files: { '/home/ada/app/.env': `ANTHROPIC_API_KEY=${key}` } });
    expect(outcomes.get('credential-form')).toMatchObject({ findings: [{ certainty: 'likely', isDecisive: false }] });
    expect(outcomes.get('dotenv-files')).toMatchObject({ kind: 'finding' });
  });

  test('a sign-in of Claude Code is told from a credential of the SDKs', async () => {
    const files = { '/home/ada/.claude/.credentials.json': `{"accessToken":"${canary}"}` };
    const outcome = (await runAll({ files })).get('credential-form');
    expect(outcome).toMatchObject({ kind: 'finding', findings: [{ cause: 'api-key-missing' }] });
    expect(JSON.stringify(outcome)).toContain('SDKs do not use that sign-in');
    expect(JSON.stringify(outcome)).not.toContain(canary);
  });

  test('a profile stands in for a key', async () => {
    const folder = '/home/ada/.config/anthropic';
    const outcomes = await runAll({
      files: {
        [`${folder}/configs/default.json`]: '{"authentication":{"type":"oidc_federation"}}',
        [`${folder}/active_config`]: 'default',
      },
    });
    expect(causesIn(outcomes)).toEqual([]);
  });

  test('a file above the working folder counts only within the repository', async () => {
    const files = { '/home/ada/shop/.env': `ANTHROPIC_API_KEY=${key}`, '/home/ada/shop/app/x': '' };
    const at = { cwd: '/home/ada/shop/app', env: {} };
    expect(causesIn(await runAll({ ...at, files }))).toEqual(['api-key-missing']);
    const withinOne = await runAll({ ...at, files: { ...files, '/home/ada/shop/.git/HEAD': '' } });
    expect(JSON.stringify(withinOne.get('dotenv-files'))).toContain('`../.env`');
  });

  test('the versions of runtimes are asked and told', async () => {
    const commands = { 'node --version': 'v24.1.0\n', 'python3 --version': 'Python 3.9.2\n' };
    const outcome = (await runAll({ env: { ANTHROPIC_API_KEY: key }, commands })).get('runtimes');
    expect(outcome).toMatchObject({ kind: 'fine', saw: 'Programs here run on Node 24.1.0 and Python 3.9.2.' });
  });

  test.each(['direct', 'gateway', 'aws', 'bedrock', 'vertex', 'foundry'] as const)(
    'no secret of a machine full of them gets out, for %s',
    async (platform) => {
      const env = Object.fromEntries(
        [
          'ANTHROPIC_API_KEY',
          'ANTHROPIC_AUTH_TOKEN',
          'ANTHROPIC_CUSTOM_HEADERS',
          'CLAUDE_API_KEY',
          'CLAUDE_CODE_OAUTH_TOKEN',
          'AWS_ACCESS_KEY_ID',
          'AWS_SECRET_ACCESS_KEY',
          'AWS_SESSION_TOKEN',
          'AWS_BEARER_TOKEN_BEDROCK',
          'ANTHROPIC_FOUNDRY_API_KEY',
          'ANTHROPIC_AWS_API_KEY',
        ].map((name) => [name, `"Bearer ${canary}\n`]),
      );
      const assignments = Object.keys(env)
        .map((name) => `${name} = "${canary}`)
        .join('\n');
      const outcomes = await runAll(
        {
          env: {
            ...env,
            HTTPS_PROXY: `http://me:${canary}@proxy.example.com:8080`,
            ANTHROPIC_BASE_URL: `https://me:${canary}@gateway.example.com/v1`,
            GOOGLE_APPLICATION_CREDENTIALS: '/key.json',
            NODE_EXTRA_CA_CERTS: '/key.json',
          },
          files: {
            '/key.json': `{"private_key":"${canary}"}`,
            '/home/ada/app/.env': assignments,
            '/home/ada/.aws/credentials': `[default]\naws_secret_access_key = ${canary}\n`,
            '/home/ada/.claude/settings.json': JSON.stringify({ env, apiKeyHelper: `echo ${canary}` }),
            '/home/ada/.npmrc': `//registry/:_authToken=${canary}\nstrict-ssl=false`,
            '/home/ada/.curlrc': `user = "me:${canary}"\ninsecure`,
            '/home/ada/.config/anthropic/configs/default.json': '{"authentication":{"type":"user_oauth"}}',
            '/home/ada/.config/anthropic/credentials/default.json': `{"access_token":"${canary}"}`,
          },
        },
        platform,
      );
      expect(outcomes.size).toBeGreaterThan(10);
      expect(JSON.stringify([...outcomes])).not.toContain(canary.slice(0, 12));
    },
  );

  test('every cause that they name or rule out exists', async () => {
    const known = new Set(causes.map(({ id }) => id));
    const named = environmentProbes.flatMap(({ rulesOut }) => rulesOut);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});
