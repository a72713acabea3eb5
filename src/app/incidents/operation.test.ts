import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { incidentLike } from '../../../test/recorder/incident.ts';
import { testHost } from '../../../test/test-host.ts';
import { readFlags } from '../../cli/flags.ts';
import { incidentCurl, incidentHar } from '../../report/incident-exports.ts';
import { openStore } from '../../store/sqlite.ts';
import { incidents } from './operation.ts';
import { storedVerdict } from './stored.ts';

const at = Date.parse('2026-11-25T12:00:00Z');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-incidents-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'store');
}

async function told(store: string, ...words: readonly string[]): Promise<string> {
  const { host, output } = testHost('');
  const code = await incidents
    .run(readFlags(incidents, [...words, '--store', store]), host)
    .catch((error: unknown) => error);
  return `${output()}${code instanceof Error ? code.message : String(code)}`;
}

test('a cause without incidents is said to have none, and a word that is none is refused', async () => {
  const store = folder();
  const none = await told(store, '--cause', 'overloaded');
  expect(none.replaceAll(/\s+/g, ' ')).toBe(`No incidents of overloaded in ${store}. 0`);
  expect(await told(store, '--cause', 'overloadd')).toBe('There is no cause overloadd.');
});

test('rm removes what is there, and names what is not', async () => {
  const store = folder();
  const kept = openStore(store, 'create');
  const incident = incidentLike('a', at);
  await kept.add(incident, JSON.stringify(incident), at);
  await kept.close();
  expect(await told(store, 'rm', 'inc_a', 'inc_b', 'inc_a')).toBe(
    `1 of 2 removed.\nThere is no incident inc_b in ${store}.`,
  );
});

test('import says that a folder is one', async () => {
  expect(await told(folder(), 'import', tmpdir())).toBe(`${tmpdir()} is a folder.`);
});

test('an incident of a store that was never made is missing like any other', async () => {
  const store = folder();
  const { host } = testHost('');
  await expect(storedVerdict('inc_1k2m3n4p5abcdefghjk', { ...host, env: { FAULTLINE_STORE: store } })).rejects.toThrow(
    `There is no incident inc_1k2m3n4p5abcdefghjk in ${store}.`,
  );
});

test('a request of which only a part was kept is not sent in part', () => {
  const whole = incidentLike('a', at);
  const cut = {
    ...whole,
    request: { ...whole.request, body: { bytes: 9_000_000, text: '{"messages":[', isCut: true } },
  };
  expect(incidentCurl(cut)).toContain(
    '# The body (9000000 bytes) was too large to be kept whole: put it into request.json.\n',
  );
  expect(incidentCurl(cut)).toContain('--data-binary @request.json');
  expect(incidentCurl(cut)).not.toContain('messages":[');
  expect(incidentCurl(whole)).toContain('# The body (2 bytes) was not kept');
  expect(JSON.stringify(incidentHar(cut, '1'))).toContain('Only a part of it was kept.');
});
