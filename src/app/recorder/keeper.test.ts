import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Exchange, KeptBody } from '../../capture/exchange/exchange.ts';
import { openStore } from '../../store/sqlite.ts';
import type { IncidentStore } from '../../store/store.ts';
import { exportForms, exportIncident } from '../incidents/export.ts';
import { openKeeper } from './keeper.ts';

const key = 'team-blue-virtual-gateway-key';
const now = Date.parse('2026-11-25T12:00:00Z');

function store(): IncidentStore {
  const path = mkdtempSync(join(tmpdir(), 'faultline-keeper-'));
  const opened = openStore(join(path, 'store'), 'create');
  onTestFinished(async () => {
    await opened.close();
    rmSync(path, { recursive: true, force: true });
  });
  return opened;
}

function body(text: string): KeptBody {
  const head = Buffer.from(text);
  return { bytes: head.byteLength, head, tail: new Uint8Array(0) };
}

function refused(echo: string, rest: Partial<Exchange>): Exchange {
  return {
    at: now,
    method: 'POST',
    path: '/v1/messages',
    upstream: 'http://localhost:4000',
    headers: ['x-api-key', key, 'content-type', 'application/json'],
    body: body(
      JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: `use ${echo}` }] }),
    ),
    response: {
      status: 401,
      statusText: `no ${echo}`,
      headers: ['content-type', 'application/json', 'x-seen', echo],
      body: body(JSON.stringify({ type: 'error', error: { type: 'authentication_error', message: `no key ${echo}` } })),
    },
    ending: { kind: 'complete' },
    timing: { isConnectionReused: false, endMs: 30 },
    ...rest,
  };
}

describe('a credential that the answer repeats is in nothing that is kept, told or exported', () => {
  test.each<[string, string, Partial<Exchange>]>([
    ['of a header', key, {}],
    ['with a scheme before it', key, { headers: ['Authorization', `Bearer ${key}`] }],
    ['of the query', key, { headers: [], path: `/v1/messages?beta=true&key=${key}` }],
    [
      'written in a URL',
      'blue key/with signs',
      { headers: [], path: '/v1/messages?api_key=blue%20key%2Fwith%20signs' },
    ],
    ['with a bad escape', 'bad-escape%zz', { headers: [], path: '/v1/messages?api_key=bad-escape%zz' }],
  ])('%s', async (_, echo, rest) => {
    const kept = store();
    const keeper = await openKeeper({ store: kept, withBodies: true, now: () => now });
    const failure = await keeper.take(refused(echo, rest));
    const incident = await kept.get(failure?.id ?? '');
    expect(incident?.request.body.text).toContain('use [redacted credential of the request]');
    const written = incident && exportForms.map((form) => exportIncident(incident, form, 'all').text);
    const told = JSON.stringify([failure, incident, written]);
    expect(told).not.toContain(echo);
    expect(told).not.toContain(encodeURIComponent(echo));
    expect(failure).toMatchObject({ status: 401, verdict: { findings: [{ locus: 'credentials' }] } });
  });
});

test('a placeholder that is the name of the host leaves the record readable', async () => {
  const keeper = await openKeeper({ withBodies: true, now: () => now });
  const failure = await keeper.take(
    refused('localhost', { headers: ['x-api-key', 'localhost', 'content-type', 'application/json'] }),
  );
  expect(JSON.stringify(failure)).toContain('no key localhost');
});

test('a record that hides the credential in an encoding is not kept', async () => {
  const kept = store();
  const keeper = await openKeeper({ store: kept, withBodies: true, now: () => now });
  const failure = await keeper.take(refused(Buffer.from(`key: ${key}`).toString('base64'), {}));
  expect(failure?.notKept).toContain('secret');
  expect(await kept.list()).toEqual([]);
});

test('words and patterns of the user are in nothing that is kept and told, and the record stays whole', async () => {
  const kept = store();
  // Words of our own records are among them.
  const secrets = { words: ['Umbrella', 'request', 'verdict', 'word', 'inc'], patterns: [/prj-\d+/i] };
  const keeper = await openKeeper({ store: kept, withBodies: true, secrets, now: () => now });
  const failure = await keeper.take(refused('UMBRELLA on PRJ-12', { path: '/v1/messages?for=umbrella' }));
  expect(failure?.notKept).toBeUndefined();
  const incident = await kept.get(failure?.id ?? '');
  expect(JSON.stringify([failure, incident])).not.toMatch(/umbrella|prj-12/i);
  expect(incident).toMatchObject({ id: failure?.id, response: { status: 401 } });
});

test('the shape of a body says its types, lengths and ids, and no word of it', async () => {
  const kept = store();
  const keeper = await openKeeper({ store: kept, withBodies: true, share: 'shape', now: () => now });
  const failure = await keeper.take(refused('a secret plan', {}));
  const incident = await kept.get(failure?.id ?? '');
  expect(incident?.request.body.text).toBe(
    '{"model":"claude-sonnet-5","max_tokens":9,"messages":[{"role":"user","content":"[text, 17 characters]"}]}',
  );
  expect(JSON.stringify(incident?.request)).not.toContain('plan');
});

test.each(exportForms)('an export as %s takes out what the user adds', async (form) => {
  const kept = store();
  const keeper = await openKeeper({ store: kept, withBodies: true, now: () => now });
  const failure = await keeper.take(refused('Umbrella on PRJ-12', {}));
  const incident = await kept.get(failure?.id ?? '');
  const secrets = { words: ['umbrella'], patterns: [/prj-\d+/i] };
  expect(incident && exportIncident(incident, form, 'all', secrets).text).not.toMatch(/umbrella|prj-12/i);
  expect(incident && exportIncident(incident, form, 'all').text).toMatch(/Umbrella on PRJ-12/);
});
