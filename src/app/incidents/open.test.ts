import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { testHost } from '../../../test/test-host.ts';
import type { Incident } from '../../core/incident.ts';
import type { Host } from '../operation.ts';
import { openerOf } from './browser.ts';
import { openPage } from './open.ts';

const hostile = `<img src=x onerror="alert('1')"> & \u202E`;

const incident: Incident = {
  id: 'inc_1k2m3n4p5abcdefghjk',
  at: '2026-11-25T12:00:00.000Z',
  group: 'role-order /v1/messages',
  verdict: {
    outcome: 'failure',
    findings: [
      {
        cause: 'role-order',
        title: hostile,
        locus: 'request',
        certainty: 'proven',
        explanation: 'The `messages` do not alternate.',
        because: [{ part: 'text', text: hostile }],
        remedies: [{ action: 'Look at `messages.1`.', run: 'faultline check <request.json>' }],
        retry: { kind: 'no', because: 'It stays.' },
        docs: { url: 'javascript:alert(1)', title: 'Read', checkedOn: '2026-11-22' },
      },
    ],
    facts: {},
    open: [],
  },
  request: {
    method: 'POST',
    path: '/v1/messages?<b>',
    headers: [['x-note', hostile]],
    body: { bytes: 60, text: JSON.stringify({ messages: [{ role: 'user', content: hostile }] }) },
    shape: { messages: 1 },
  },
  upstream: 'https://api.anthropic.com',
  response: { status: 400, statusText: 'Bad Request', headers: [], body: { bytes: 9, text: hostile } },
  timing: { isConnectionReused: false, endMs: 3 },
  attempts: [],
  caller: {},
  observations: [],
};

interface Opened {
  readonly path: string;
  readonly page: string;
  readonly told: string;
}

async function opened(given: Partial<Host> = {}, share: 'shape' | 'all' = 'all', one = incident): Promise<Opened> {
  let told = '';
  const { host, output } = testHost('');
  await openPage(one, share, {}, { ...host, err: (text) => (told += text), ...given });
  const path = output().trim();
  onTestFinished(() => rmSync(dirname(path), { recursive: true }));
  return { path, page: readFileSync(path, 'utf8'), told };
}

test('the page shows the verdict and the call, loads nothing, and takes no text for markup', async () => {
  const { page } = await opened();
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; ');
  expect(page).not.toMatch(/<(?:img|script|link|b>)|javascript:[^<]*"/);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('The <code>messages</code> do not alternate.');
  expect(page).toContain('<pre>faultline check &lt;request.json&gt;</pre>');
  expect(page).not.toContain('\u202E');
});

test('the page is for its owner alone, and holds no word of the bodies where their shape is asked for', async () => {
  const { path, page } = await opened({}, 'shape');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(page).toContain('[text, ');
  expect(page.match(/onerror/g)).toHaveLength((await opened()).page.split('onerror').length - 3);
});

test('a secret that is still in an incident keeps the page from being written', async () => {
  const secret = ['sk', 'ant', 'api03', 'Ab9_'.repeat(24)].join('-');
  const leaking = { ...incident, observations: [`It said ${secret}.`] };
  const { host, output } = testHost('');
  await expect(openPage(leaking, 'all', {}, host)).rejects.toThrow(/secret/);
  expect(output()).toBe('');
});

test.skipIf(process.platform === 'win32')(
  'it is opened where a terminal looks on, and said where that fails',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-browser-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const browser = join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\necho "$1" > '${join(folder, 'asked')}'\n`);
    chmodSync(browser, 0o755);
    const env = { BROWSER: browser };
    expect((await opened({ env })).told).toBe('');
    expect(existsSync(join(folder, 'asked'))).toBe(false);
    const { path } = await opened({ env, outIsTerminal: true });
    expect(readFileSync(join(folder, 'asked'), 'utf8').trim()).toBe(pathToFileURL(path).href);
    const { told } = await opened({ env: { BROWSER: join(folder, 'none') }, outIsTerminal: true });
    expect(told).toContain('did not open it');
  },
);

test.each([
  [{ BROWSER: 'lynx', DISPLAY: ':0' }, 'linux', ['lynx']],
  [{ DISPLAY: ':0' }, 'linux', ['xdg-open']],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', ['xdg-open']],
  [{ WSL_DISTRO_NAME: 'Debian' }, 'linux', ['wslview']],
  [{ BROWSER: '' }, 'linux', undefined],
  [{}, 'darwin', ['open']],
  [{}, 'win32', ['rundll32', 'url.dll,FileProtocolHandler']],
])('what opens a page with %j on %s is %j', (env, system, opener) => {
  expect(openerOf(env, system)).toEqual(opener);
});
