import { describe, expect, test } from 'vitest';
import { causes } from '../../causes/index.ts';
import type { ProbeContext, ProbeOutcome, Target } from '../../core/probe.ts';
import type { HttpAnswer, HttpQuestion, Network } from '../../core/world.ts';
import { sdkFaults } from '../../facts/sdk-faults.ts';
import type { PackageId } from '../../facts/sdk-packages.ts';
import { memoryMachine, type MemoryMachine } from '../../../test/memory-machine.ts';
import type { Dependency } from './dependency.ts';
import { conflicts } from './conflicts.ts';
import { judgeSdks, usedSdks } from './faults.ts';
import { latestVersions } from './latest-versions.ts';
import { libraryConflicts } from './library-conflicts.ts';
import { readProject, type Project } from './project.ts';
import { sdkVersions } from './sdk-versions.ts';

const target: Target = {
  baseUrl: 'https://api.anthropic.com',
  platform: 'direct',
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

function context(has: MemoryMachine, send: (question: HttpQuestion) => HttpAnswer = refuse): ProbeContext {
  const network: Network = {
    lookUp: refuse,
    connect: refuse,
    secure: refuse,
    tunnel: refuse,
    wait: refuse,
    send: async (question) => send(question),
  };
  return { machine: memoryMachine(has), network, target, learned: {} };
}

function refuse(): never {
  throw new Error('Nobody may be asked here.');
}

function projectWith(...packages: readonly (readonly [PackageId, string, Partial<Dependency>?])[]): Project {
  return {
    dependencies: packages.map(([id, version, rest]) => ({ id, version, how: 'locked', file: 'lock', ...rest })),
    files: ['lock'],
    installations: [],
  };
}

function textsOf(outcome: ProbeOutcome): string {
  const findings = outcome.kind === 'finding' ? outcome.findings.map(({ saw }) => saw) : [];
  return [
    ...findings,
    ...(outcome.kind === 'fine' ? [outcome.saw] : []),
    ...(outcome.notes ?? []).map(({ text }) => text),
  ].join('\n');
}

function answer(body: string, status = 200): HttpAnswer {
  return { kind: 'answered', status, headers: {}, body, firstByteMs: 1, tookMs: 1 };
}

const lockOf = (version: string): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/@anthropic-ai/sdk': { version } } });

describe('a project', () => {
  test('what is installed counts before what is locked, and that before what is asked for', async () => {
    const project = await readProject(
      memoryMachine({
        files: {
          '/home/ada/app/package.json': '{"dependencies":{"@anthropic-ai/sdk":"0.50.0"}}',
          '/home/ada/app/package-lock.json': lockOf('0.60.0'),
          '/home/ada/app/node_modules/.package-lock.json': lockOf('0.70.0'),
        },
      }),
    );
    expect(usedSdks(project).map(({ version, files }) => [version, files])).toEqual([['0.70.0', ['node_modules']]]);
  });

  test.each([
    ['/home/ada/app/node_modules/@anthropic-ai/sdk/package.json', '{"version":"1.2.0"}'],
    ['/home/ada/app/node_modules/.pnpm/@anthropic-ai+sdk@1.2.0_zod@4.0.0/node_modules/x', ''],
    ['/home/ada/app/packages/web/package-lock.json', lockOf('1.2.0')],
    ['/home/ada/app/packages/web/node_modules/@anthropic-ai/sdk/package.json', '{"version":"1.2.0"}'],
    ['/home/ada/app/.venv/lib/python3.12/site-packages/anthropic-1.2.0.dist-info/METADATA', ''],
    ['/home/ada/app/venv/Lib/site-packages/anthropic-1.2.0.dist-info/METADATA', ''],
    ['/opt/env/lib/python3.12/site-packages/anthropic-1.2.0.dist-info/METADATA', ''],
    ['/home/ada/app/backend/uv.lock', '[[package]]\nname = "anthropic"\nversion = "1.2.0"\n'],
  ])('the SDK is found in %s', async (path, text) => {
    const project = await readProject(memoryMachine({ env: { VIRTUAL_ENV: '/opt/env' }, files: { [path]: text } }));
    expect(usedSdks(project).map(({ version }) => version)).toEqual(['1.2.0']);
  });

  test('a lock file above counts within the repository, and what is not the project does not', async () => {
    const files = { '/home/ada/repo/package-lock.json': lockOf('1.2.0'), '/home/ada/repo/app/x.ts': '' };
    const found = async (more: Readonly<Record<string, string>>): Promise<number> =>
      usedSdks(await readProject(memoryMachine({ cwd: '/home/ada/repo/app', files: { ...files, ...more } }))).length;
    expect(await found({})).toBe(0);
    expect(await found({ '/home/ada/repo/.git/HEAD': '' })).toBe(1);
    expect(await found({ '/home/ada/repo/app/vendor/package-lock.json': lockOf('1.0.0') })).toBe(0);
  });
});

describe('known faults', () => {
  const rows = sdkFaults().map((fault) => [`${fault.package} ${fault.fault}`, fault] as const);
  test.each(rows)('%s is found in a project', (_name, fault) => {
    const version = fault.affected.from ?? '0.0.9';
    const other = fault.together;
    const project = projectWith(
      [fault.package, version],
      ...(other ? [[other.package, other.affected.from ?? '0.0.1'] as const] : []),
    );
    expect(usedSdks(project)[0]?.faults).toContain(fault);
  });

  test('an old SDK is told in one line, with the version that mends it all', () => {
    const { findings, notes = [] } = judgeSdks(projectWith(['npm:@anthropic-ai/sdk', '0.125.0']));
    expect(findings).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(
      /0\.125\.0 \(lock\) has \d+ known faults, all mended by 1\.12\.0: it .*; and \d+ more\.$/,
    );
    expect(notes[0]?.remedy?.run).toBe('npm install @anthropic-ai/sdk@latest');
  });

  test('httpx that an old Python SDK cannot work with is a finding', () => {
    const { findings = [] } = judgeSdks(projectWith(['pypi:anthropic', '0.39.0'], ['pypi:httpx', '0.28.1']));
    expect(findings[0]).toMatchObject({ cause: 'sdk-dependency-conflict', certainty: 'likely' });
  });

  test('a package of others, and an installation that is not what is locked, get a line', () => {
    const { notes = [] } = judgeSdks(
      projectWith(
        ['nuget:Anthropic.SDK', '4.0.0'],
        ['pypi:anthropic', '2.10.0', { how: 'installed' }],
        ['pypi:anthropic', '2.9.0'],
      ),
    );
    expect(notes.map(({ text }) => text)).toEqual([
      '`anthropic` is installed as 2.10.0, and the lock file names 2.9.0.',
      '`Anthropic.SDK` is not from Anthropic; the official package is `Anthropic`, and the two differ.',
    ]);
  });

  test('a Ruby gem from before the official one is told', () => {
    const { notes = [] } = judgeSdks(projectWith(['rubygems:anthropic', '0.3.2']));
    expect(notes.map(({ text }) => text).join(' ')).toContain('is now `ruby-anthropic`');
  });

  test.each([
    [{ '/home/ada/app/package-lock.json': lockOf('1.12.0') }, 'which sends `anthropic-version: 2026-10-21` by itself'],
    [{ '/home/ada/app/go.mod': 'require github.com/anthropics/anthropic-sdk-go v1.60.0\n' }, '2023-06-01'],
    [
      { '/home/ada/app/package.json': '{"dependencies":{"@anthropic-ai/sdk":"^1.0.0"}}' },
      'asks for `@anthropic-ai/sdk` `^1.0.0`',
    ],
    [{ '/home/ada/app/package.json': '{}' }, 'No SDK of Anthropic is among the packages'],
    [{}, 'No file here names the packages'],
  ])('what is in order is said in a sentence: %#', async (files, words) => {
    const outcome = await sdkVersions.run(context({ files }));
    expect(outcome.kind).toBe('fine');
    expect(textsOf(outcome)).toContain(words);
  });
});

describe('conflicts', () => {
  test.each([
    ['npm:@anthropic-ai/sdk', '1.12.0', 'npm:zod', '3.24.1', '3.25.0'],
    ['npm:@anthropic-ai/sdk', '0.41.0', 'npm:node-fetch', '3.3.2', '2.7.0'],
    ['npm:@langchain/anthropic', '1.5.11', 'npm:@langchain/core', '0.3.80', '1.2.12'],
    ['npm:@ai-sdk/anthropic', '2.0.4', 'npm:ai', '4.3.19', '5.0.0-beta.2'],
    ['npm:@ai-sdk/anthropic', '1.2.0', 'npm:ai', '5.0.0', '4.0.0'],
  ] as const)('%s %s does not go with %s %s, and goes with %s', (one, version, other, bad, good) => {
    const found = (second: string): number =>
      conflicts(projectWith([one, version], [other, second])).findings?.length ?? 0;
    expect([found(bad), found(good)]).toEqual([1, 0]);
    // A package manager can give each its own copy.
    const both = projectWith([one, version], [other, bad], [other, good, { file: 'lock', at: 'nested' }]);
    expect(conflicts(both).findings).toEqual([]);
  });

  test.each([
    ['4.3.0', '1.2.0', 0],
    ['5.0.0', '2.0.0', 0],
    ['6.1.0', '3.0.1', 0],
    ['7.0.173', '4.0.105', 0],
    ['5.0.0', '1.2.0', 1],
    ['4.3.0', '2.0.0', 1],
    ['7.0.0', '2.0.0', 1],
  ])('ai %s and @ai-sdk/anthropic %s give %d finding', (ai, provider, count) => {
    const project = projectWith(['npm:ai', ai], ['npm:@ai-sdk/anthropic', provider]);
    expect(conflicts(project).findings).toHaveLength(count);
  });

  test('two copies in one lock file are told, and one each in two parts of a project are not', () => {
    const two = projectWith(['npm:@anthropic-ai/sdk', '1.2.0'], ['npm:@anthropic-ai/sdk', '0.70.0']);
    expect(conflicts(two).findings?.[0]?.saw).toContain('in 2 versions: 1.2.0 and 0.70.0');
    const apart = projectWith(
      ['npm:@anthropic-ai/sdk', '1.2.0'],
      ['npm:@anthropic-ai/sdk', '0.70.0', { file: 'b/lock' }],
    );
    expect(conflicts(apart).findings).toEqual([]);
  });

  test('both Go modules in one program are told', async () => {
    const mod =
      'require (\n\tgithub.com/anthropics/anthropic-sdk-go v1.60.0\n\tgithub.com/anthropics/anthropic-sdk-go/v2 v2.0.0\n)\n';
    const outcome = await libraryConflicts.run(context({ files: { '/home/ada/app/go.mod': mod } }));
    expect(textsOf(outcome)).toContain('anthropic-sdk-go/v2');
  });

  test('what is asked for and not installed is told', async () => {
    const files = {
      '/home/ada/app/package.json': '{"dependencies":{"@anthropic-ai/sdk":"^1.0.0"}}',
      '/home/ada/app/node_modules/zod/package.json': '{"version":"4.0.0"}',
    };
    const outcome = await libraryConflicts.run(context({ files }));
    expect(outcome).toMatchObject({ findings: [{ cause: 'sdk-not-installed', certainty: 'possible' }] });
  });
});

describe('the newest versions', () => {
  const files = {
    '/home/ada/app/package-lock.json': lockOf('1.2.0'),
    '/home/ada/app/requirements.txt': 'anthropic==2.11.0\n',
  };
  test('a newer one is told with its number, for each registry', async () => {
    const asked: string[] = [];
    const outcome = await latestVersions.run(
      context({ files }, ({ url }) => {
        asked.push(url);
        return url.includes('npmjs')
          ? answer('{"name":"@anthropic-ai/sdk","version":"1.14.0"}')
          : answer(
              '<rss><title>PyPI recent updates for anthropic</title><title>2.10.0</title><title>2.11.0</title></rss>',
            );
      }),
    );
    expect(asked).toHaveLength(2);
    expect(textsOf(outcome)).toContain('`@anthropic-ai/sdk` 1.2.0 (package-lock.json) is not the newest; 1.14.0 is.');
    expect(textsOf(outcome)).toContain('The newest `anthropic` is 2.11.0.');
  });

  test('a registry that does not answer leaves it open, and without an SDK nobody is asked', async () => {
    expect((await latestVersions.run(context({ files }, () => answer('', 503)))).kind).toBe('unanswerable');
    expect((await latestVersions.run(context({}))).kind).toBe('skipped');
  });

  test('it asks only the addresses of its plan', () => {
    expect(latestVersions.addresses?.(target).map(({ purpose, host }) => `${purpose} ${host}`)).toEqual([
      'registry registry.npmjs.org',
      'registry pypi.org',
    ]);
  });
});

test('every cause that the tables name exists', () => {
  const known = new Set(causes.map(({ id }) => id));
  expect(['sdk-dependency-conflict', 'sdk-not-installed'].filter((id) => !known.has(id))).toEqual([]);
});
