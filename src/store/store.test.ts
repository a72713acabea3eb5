import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { incidentLike } from '../../test/recorder/incident.ts';
import type { Incident } from '../core/incident.ts';
import { storePlace } from './place.ts';
import { openStore } from './sqlite.ts';
import type { IncidentStore, StoreBounds } from './store.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-25T12:00:00Z');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'store');
}

function opened(path: string, bounds?: StoreBounds): IncidentStore {
  const store = openStore(path, 'create', bounds);
  onTestFinished(() => store.close());
  return store;
}

function incident(id: string, at = now, padding = ''): Incident {
  return incidentLike(id, at, padding);
}

async function add(store: IncidentStore, one: Incident, addedAt = now): Promise<void> {
  await store.add(one, JSON.stringify(one), addedAt);
}

test('an incident comes out as it went in, also for another process', async () => {
  const path = folder();
  const [one, other] = [opened(path), opened(path)];
  await add(one, incident('a'));
  expect(await other.get('inc_a')).toEqual(incident('a'));
  expect(await other.get('inc_b')).toBeUndefined();
});

test('two processes can write at once', async () => {
  const path = folder();
  const [one, other] = [opened(path), opened(path)];
  for (let round = 0; round < 20; round++) {
    await Promise.all([add(one, incident(`a${round}`)), add(other, incident(`b${round}`))]);
  }
  expect(await one.list()).toHaveLength(40);
});

test('the list shows the newest first, and of one cause where it is asked for', async () => {
  const store = opened(folder());
  await add(store, incident('old', now - day));
  await add(store, incident('new'));
  expect((await store.list()).map(({ id }) => id)).toEqual(['inc_new', 'inc_old']);
  expect(await store.list({ cause: 'overloaded' })).toEqual([]);
});

test('what is too old, and then the oldest of what is too much, is let go with every new incident', async () => {
  const store = opened(folder(), { mostBytes: 3000, mostAgeMs: 10 * day });
  await add(store, incident('ancient'), now - 11 * day);
  for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) await add(store, incident(id, now + at, 'x'.repeat(500)));
  const kept = (await store.list()).map(({ id }) => id);
  expect(kept[0]).toBe('inc_d');
  expect(kept).not.toContain('inc_a');
  expect(kept).not.toContain('inc_ancient');
});

test('an incident that is old when it is added stays as long as any other', async () => {
  const store = opened(folder(), { mostBytes: 3000, mostAgeMs: 10 * day });
  await add(store, incident('imported', now - 40 * day));
  await add(store, incident('undated', 0));
  expect((await store.list()).map(({ id }) => id)).toEqual(['inc_imported', 'inc_undated']);
  expect(await store.prune({ mostBytes: 3000, mostAgeMs: day }, now + 2 * day)).toBe(2);
});

test('an incident that is larger than the whole store may be is refused, and nothing else goes for it', async () => {
  const store = opened(folder(), { mostBytes: 3000, mostAgeMs: day });
  await add(store, incident('small'));
  await expect(add(store, incident('large', now, 'x'.repeat(3000)))).rejects.toThrow(/larger than/);
  expect((await store.list()).map(({ id }) => id)).toEqual(['inc_small']);
});

test('a store of the first version is taken over, and what it holds counts as added when it happened', async () => {
  const path = folder();
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(join(path, 'incidents.sqlite'), '', { mode: 0o600 });
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(join(path, 'incidents.sqlite'));
  database.exec(`
    CREATE TABLE incidents (id TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, cause TEXT NOT NULL, kind TEXT NOT NULL,
      title TEXT NOT NULL, status INTEGER, model TEXT, bytes INTEGER NOT NULL, record TEXT NOT NULL) STRICT;
    CREATE INDEX incidents_by_time ON incidents (at, bytes);
    PRAGMA application_id = 0x464c5431;
    PRAGMA user_version = 1;
    INSERT INTO incidents VALUES ('inc_old', ${now - 2 * day}, 'overloaded', 'k', 't', NULL, NULL, 9, '{}');
    INSERT INTO incidents VALUES ('inc_ancient', ${now - 40 * day}, 'overloaded', 'k', 't', NULL, NULL, 9, '{}');
  `);
  database.close();
  const [store, other] = [opened(path), opened(path)];
  await add(other, incident('new'));
  expect((await store.list()).map(({ id }) => id)).toEqual(['inc_new', 'inc_old']);
});

test('prune and remove say how many incidents went, and leave nothing of them in the files', async () => {
  const path = folder();
  const store = opened(path);
  for (const id of ['a', 'b', 'c']) await add(store, incident(id, now, 'PADDING'.repeat(9000)));
  expect(await store.remove(['inc_a', 'inc_z'])).toBe(1);
  expect(await store.prune({ mostBytes: 0, mostAgeMs: day }, now)).toBe(2);
  const left = readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
  expect(left).toBeLessThan(100_000);
});

test.skipIf(process.platform === 'win32')('folder and files are for their owner only', async () => {
  const path = folder();
  await add(opened(path), incident('a'));
  expect(statSync(path).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(path)) expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
});

test.skipIf(process.platform === 'win32').each<[string, (path: string) => void, RegExp]>([
  [
    'a folder that others can write to',
    (path) => {
      mkdirSync(path);
      chmodSync(path, 0o777);
    },
    /others have access/,
  ],
  [
    'a file that others can read',
    (path) => {
      mkdirSync(path, 0o700);
      writeFileSync(join(path, 'incidents.sqlite'), '');
      chmodSync(join(path, 'incidents.sqlite'), 0o644);
    },
    /others have access/,
  ],
  [
    'a link in place of the file',
    (path) => {
      mkdirSync(path, 0o700);
      symlinkSync('/dev/null', join(path, 'incidents.sqlite'));
    },
    /a link/,
  ],
  ['a file in place of the folder', (path) => writeFileSync(path, ''), /it is no folder/],
  [
    'a file that is no database',
    (path) => {
      mkdirSync(path, 0o700);
      writeFileSync(join(path, 'incidents.sqlite'), 'x'.repeat(5000), { mode: 0o600 });
    },
    /not a database/,
  ],
])('%s is refused', (_, make, because) => {
  const path = folder();
  make(path);
  expect(() => opened(path)).toThrow(because);
});

test.skipIf(process.platform !== 'linux').each(['/proc/faultline', '/proc/faultline/deep'])(
  'a place where no folder can be made is told at once: %s',
  (path) => {
    expect(() => opened(path)).toThrow(/cannot be used: E/);
  },
);

test('folders above the store are made', async () => {
  const path = join(folder(), 'deep', 'deeper');
  await add(opened(path), incident('a'));
  expect(statSync(path).isDirectory()).toBe(true);
});

test('a store of a newer version is left alone', async () => {
  const path = folder();
  await opened(path).close();
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(join(path, 'incidents.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => openStore(path, 'create')).toThrow(/another version/);
});

test.each([
  [{ system: 'linux', env: {} }, '/home/u/.local/state/faultline'],
  [{ system: 'linux', env: { XDG_STATE_HOME: '/s' } }, '/s/faultline'],
  [{ system: 'linux', env: { XDG_STATE_HOME: 'relative' } }, '/home/u/.local/state/faultline'],
  [{ system: 'darwin', env: {} }, '/home/u/Library/Application Support/faultline'],
  [{ system: 'win32', env: { LOCALAPPDATA: 'C:\\L' } }, 'C:\\L\\faultline'],
  [{ system: 'linux', env: { FAULTLINE_STORE: 'here' } }, '/w/here'],
  [{ system: 'linux', env: { FAULTLINE_STORE: 'here' }, named: '/there' }, '/there'],
])('the place of the store: %j', (hints, place) => {
  expect(storePlace({ home: '/home/u', cwd: '/w', ...hints })).toBe(place);
});

test('what is kept after the clock was set back stays, and what was kept first goes', async () => {
  const store = opened(folder(), { mostBytes: 3000, mostAgeMs: 90 * day });
  for (const id of ['a', 'b', 'c']) await add(store, incident(id, now, 'x'.repeat(500)));
  await add(store, incident('late', now - day, 'x'.repeat(500)), now - day);
  const ids = (await store.list()).map(({ id }) => id);
  expect(ids).toContain('inc_late');
  expect(ids).not.toContain('inc_a');
});

test.skipIf(process.platform === 'win32')('a folder that cannot be written is told, with what to do', () => {
  const path = folder();
  mkdirSync(path, 0o500);
  onTestFinished(() => chmodSync(path, 0o700));
  expect(() => withoutPrivileges(() => opened(path))).toThrow(/cannot be used: EACCES/);
});

/** Does something as a user who may not write everywhere, where the tests run as one who may. */
function withoutPrivileges<T>(action: () => T): T {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}
