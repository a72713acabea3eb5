import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { exportForms, exportIncident } from '../../src/app/incidents/export.ts';
import { capture, incidentStore, logger, withFaultline, type LogLine } from '../../src/client/index.ts';
import type { Incident } from '../../src/core/incident.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { question, rejectionOf, simulated } from './simulated.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-library-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'store');
}

/** The incidents of a store, once there are so many. */
async function incidentsIn(path: string, count: number): Promise<readonly Incident[]> {
  return vi.waitFor(
    async () => {
      const store = openStore(path, 'existing');
      try {
        const lines = await store.list();
        expect(lines).toHaveLength(count);
        const found = await Promise.all(lines.map(({ id }) => store.get(id)));
        return found.flatMap((incident) => (incident ? [incident] : []));
      } finally {
        await store.close();
      }
    },
    { timeout: 10_000 },
  );
}

test('what a program captures is an incident like those of the recorder', async () => {
  const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
  const path = folder();
  await rejectionOf(
    capture(client, { store: incidentStore({ folder: path }), bodies: true }).messages.create(question),
  );
  const [incident] = await incidentsIn(path, 1);
  expect(incident).toMatchObject({
    group: 'overloaded /v1/messages',
    request: { method: 'POST', path: '/v1/messages', shape: { model: question.model, messages: 1 } },
    response: { status: 529 },
    caller: { language: 'js' },
    attempts: [{ status: 529, retry: 0 }],
  });
  expect(incident?.request.body.text).toBe(JSON.stringify(question));
  expect(incident?.response?.body.text).toContain('overloaded_error');
  for (const form of [...exportForms, 'html'] as const)
    expect(incident && exportIncident(incident, form, 'all').text).toContain('Which rivers flow through Vienna?');
});

test('two programs may keep incidents in one store, and one that cannot be kept fails no call', async () => {
  const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
  const path = folder();
  const calls = [1, 2, 3].map(() =>
    rejectionOf(capture(client, { store: incidentStore({ folder: path }) }).messages.create(question)),
  );
  expect(await Promise.all(calls)).toMatchObject([{ status: 529 }, { status: 529 }, { status: 529 }]);
  await incidentsIn(path, 3);

  const told: string[] = [];
  const keep = (line: string): void => void told.push(line);
  const loud = client.withOptions({ logger: { error: keep, warn: keep, info: keep, debug: keep } });
  const store = incidentStore({ folder: '/dev/null/store' });
  expect(await rejectionOf(capture(loud, { store }).messages.create(question))).toMatchObject({ status: 529 });
  await vi.waitFor(() => expect(told).toEqual(['faultline: store rejected']), { timeout: 10_000 });
});

test('what the user calls secret comes out nowhere', async () => {
  const path = folder();
  const outputs: unknown[] = [];
  const redact = { words: ['Umbrella'], patterns: [/prj-\d{4}/i] };
  const log = logger({ redact, spans: false, write: (line: LogLine) => void outputs.push(line) });
  const wrapped = withFaultline(
    async () =>
      Response.json(
        { type: 'error', error: { type: 'invalid_request_error', message: 'UMBRELLA has no project PRJ-1234' } },
        { status: 400, headers: { 'x-project': 'prj-1234' } },
      ),
    {
      redact,
      bodies: true,
      retry: { attempts: 2, onDecision: (decision, failure) => void outputs.push(decision, failure) },
      onFailure: (failure) => void outputs.push(failure, log.onFailure(failure)),
      store: incidentStore({ folder: path }),
    },
  );
  await wrapped('https://umbrella.example/v1/messages', {
    method: 'POST',
    headers: { 'anthropic-version': '2023-06-01', 'user-agent': 'umbrella/1.0' },
    body: JSON.stringify({ ...question, metadata: { user_id: 'umbRella' }, system: 'Work on prj-1234.' }),
  });
  await incidentsIn(path, 1);
  const files = readdirSync(path).map((name) => readFileSync(join(path, name)).toString('latin1'));
  expect(outputs.length).toBeGreaterThan(3);
  for (const text of [JSON.stringify(outputs), ...files]) {
    expect(text).not.toMatch(/umbrella/i);
    expect(text).not.toMatch(/prj-1234/i);
  }
});
