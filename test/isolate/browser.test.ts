import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { isolate, runIsolate } from '../../src/app/isolate/operation.ts';
import { comparisonOf } from '../../src/app/isolate/browser/compare.ts';
import type { PageCall, WindowReport } from '../../src/app/isolate/browser/report.ts';
import { servePages } from '../../src/app/isolate/browser/server.ts';
import { readFlags } from '../../src/cli/flags.ts';
import type { Isolation } from '../../src/core/isolation.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { testKey, testWorld } from '../doctor/examined.ts';
import { serve } from '../doctor/loopback.ts';
import { outputComplaints } from '../schemas.ts';
import { testHost } from '../test-host.ts';
import { chromiumHere, profileOf, type Profile } from './chromium.ts';
import { folderWith, sound } from './isolated.ts';

const chromium = chromiumHere();
if (chromium === undefined)
  process.stderr.write(
    'SKIPPED: no Chromium is here (chromium on the path, or CHROMIUM), so that nothing is tried in a browser.\n',
  );

const open: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

const { path: cwd } = folderWith({ 'call.json': sound });

/** An add-on that blocks every call to a port. */
function blockingAddOn(port: number): string {
  const { path } = folderWith({});
  const folder = join(path, 'add-on');
  mkdirSync(folder);
  const rule = {
    id: 1,
    priority: 1,
    action: { type: 'block' },
    condition: { urlFilter: `:${port}/v1/`, resourceTypes: ['xmlhttprequest', 'other'] },
  };
  writeFileSync(join(folder, 'rules.json'), JSON.stringify([rule]));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Blocks calls',
      version: '1.0',
      permissions: ['declarativeNetRequest'],
      host_permissions: ['<all_urls>'],
      declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    }),
  );
  return folder;
}

/** Runs the command, and opens the addresses that it prints. */
async function comparedBy(url: string, profile: Profile): Promise<Isolation> {
  const { host, output } = testHost('');
  const addresses = new Map<string, string>();
  const here = {
    ...host,
    cwd,
    env: { ANTHROPIC_API_KEY: testKey },
    // One window after the other, as a person opens them.
    err: (text: string) => {
      for (const [, kind = '', address = ''] of text.matchAll(/(normal|private) window\s+(http\S+)/g))
        addresses.set(kind, address);
      if (text.startsWith('Open each')) void profile.open(addresses.get('normal') ?? '', 'normal');
      if (text.includes('the normal window has told')) void profile.open(addresses.get('private') ?? '', 'private');
    },
  };
  const words = ['call.json', '--live', '--browser', '--json', '--base-url', url, '--budget', 'seconds=40'];
  await runIsolate(readFlags(isolate, words), here, testWorld());
  expect(output()).not.toContain(testKey.slice(-20));
  // oxlint-disable-next-line typescript/consistent-type-assertions -- what the schema holds it to
  return JSON.parse(output()) as Isolation;
}

function profileWith(addOn?: string): Profile {
  const profile = profileOf(chromium ?? '', addOn);
  open.push(profile);
  return profile;
}

describe.skipIf(chromium === undefined)('in a real browser', { timeout: 60_000 }, () => {
  test('a call that pages may make with a header works with it', async () => {
    const simulator = await startSimulator();
    open.push({ close: simulator.stop });
    const isolation = await comparedBy(simulator.url, profileWith());
    expect(isolation.headline).toBe('The call works with the header `anthropic-dangerous-direct-browser-access`.');
    expect(outputComplaints('isolate', isolation)).toEqual([]);
    expect(simulator.calls.length).toBeGreaterThanOrEqual(3);
  });

  test('an add-on that blocks the call is told by the private window', async () => {
    const simulator = await startSimulator();
    open.push({ close: simulator.stop });
    const isolation = await comparedBy(simulator.url, profileWith(blockingAddOn(simulator.port)));
    expect(isolation.headline).toBe('The call works in a private window.');
    expect(isolation.decisions.find(({ id }) => id === 'P23')).toMatchObject({ mark: 'decides' });
  });

  test('a host that sends no CORS headers is told by the call outside', async () => {
    const gateway = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
    open.push(gateway);
    const isolation = await comparedBy(gateway.url, profileWith());
    expect(isolation.headline).toBe('The call works outside the browser.');
    expect(isolation.explanation[0]).toContain('CORS');
  });
});

const answered: PageCall = { kind: 'answered', status: 401 };
const blocked: PageCall = { kind: 'blocked', message: 'TypeError: Failed to fetch' };
const report = (window: 'normal' | 'private', rest: Partial<WindowReport> = {}): WindowReport => ({
  window,
  withConsent: answered,
  withoutConsent: answered,
  isReached: true,
  changedHeaders: [],
  hasChangedBody: false,
  isTouched: false,
  sharesStorage: false,
  browser: 'Test',
  ...rest,
});
const compared = (normal: Partial<WindowReport>, hidden: Partial<WindowReport> | undefined, own: PageCall): Isolation =>
  comparisonOf({
    reports: new Map([
      ['normal', report('normal', normal)],
      ...(hidden ? [['private', report('private', hidden)] as const] : []),
    ]),
    own,
    url: 'https://api.anthropic.com/v1/messages',
    spent: { requests: 1, tokens: 0, seconds: 1 },
    budget: { requests: 1, tokens: 0, seconds: 1 },
  });

describe('what two windows and a call outside tell', () => {
  test.each([
    ['an add-on or left-over state', { withConsent: blocked }, {}, answered, 'found', 'in a private window'],
    ['CORS', { withConsent: blocked }, { withConsent: blocked }, answered, 'found', 'outside the browser'],
    [
      'a proxy of the browser',
      { withConsent: blocked, isReached: false },
      { withConsent: blocked, isReached: false },
      answered,
      'found',
      'outside the browser',
    ],
    [
      'a host that nobody reaches',
      { withConsent: blocked },
      { withConsent: blocked },
      blocked,
      'no-difference',
      'without the browser either',
    ],
    ['nothing', {}, {}, answered, 'no-difference', 'makes no difference'],
    ['a window that was not opened', {}, undefined, answered, 'inconclusive', 'The private window has told nothing'],
  ] as const)('%s', (_, normal, hidden, own, outcome, headline) => {
    const isolation = compared(normal, hidden, own);
    expect(isolation.outcome).toBe(outcome);
    expect(isolation.headline).toContain(headline);
    expect(outputComplaints('isolate', { kind: 'isolation', ...isolation })).toEqual([]);
  });

  test('marks of an add-on are told beside the answer', () => {
    const { explanation } = compared({ changedHeaders: ['anthropic-version'], isTouched: true }, {}, answered);
    expect(explanation.join(' ')).toContain('something changes headers of calls: `anthropic-version`');
    expect(explanation.join(' ')).toContain('an add-on');
  });
});

describe('the server of the pages', () => {
  test('answers only who knows the address, under a policy that lets nothing else in', async () => {
    const server = await servePages(
      { url: 'https://api.anthropic.com/v1/messages', headers: {}, body: '{"x":"</script>"}' },
      () => {},
    );
    open.push(server);
    const address = server.addressOf('normal');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' https://api.anthropic.com;");
    expect((await page.text()).match(/<\/script>/g)).toHaveLength(1);
    expect((await fetch(address.replace(/[0-9a-f]{32}/, '0'.repeat(32)))).status).toBe(404);
    expect((await fetch(address.replace('127.0.0.1', 'localhost'))).status).toBe(404);
    expect((await fetch(`${address}report`)).status).toBe(404);
  });

  test('takes no window for private that shares its storage with the normal one', async () => {
    const told: WindowReport[] = [];
    const server = await servePages(
      { url: 'https://api.anthropic.com/v1/messages', headers: {}, body: '{}' },
      (one) => void told.push(one),
    );
    open.push(server);
    const body = JSON.stringify(report('private', { sharesStorage: true, withConsent: blocked }));
    const answer = await fetch(`${server.addressOf('private')}report`, { method: 'POST', body });
    expect(await answer.text()).toContain('in a private (incognito) window');
    expect(told).toEqual([]);
  });
});
