import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { FaultlineError, isFaultlineError } from '../core/error.ts';
import type { Incident, IncidentSummary } from '../core/incident.ts';
import { applicationId, connectionPragmas, migrations, newFilePragmas, schema, schemaVersion } from './schema.ts';
import { loadSqlite } from './sqlite-module.ts';
import { usualBounds, type IncidentStore, type StoreBounds } from './store.ts';
import { distrust, trustedFile, unusable, type OpenMode } from './trust.ts';

const usualLimit = 1000;

/** Opens the store in a folder; several processes can use it at once. */
export function openStore(folder: string, mode: OpenMode, bounds: StoreBounds = usualBounds): IncidentStore {
  const file = join(folder, 'incidents.sqlite');
  const { DatabaseSync: Database } = loadSqlite();
  trustedFile(folder, file, mode);
  const database = attempt(folder, () => {
    const opened = new Database(file, { enableForeignKeyConstraints: false });
    try {
      prepare(opened, file);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  return storeOver(database, folder, bounds);
}

/** Makes the tables where there are none, and refuses a file that is not a store of ours. */
function prepare(database: DatabaseSync, file: string): void {
  for (const pragma of connectionPragmas) database.exec(pragma);
  if (
    numberFrom(database, 'PRAGMA user_version') === 0 &&
    numberFrom(database, 'SELECT count(*) FROM sqlite_schema') === 0
  ) {
    for (const pragma of newFilePragmas) database.exec(pragma);
    inTransaction(database, () => {
      // Another process may have been first.
      if (numberFrom(database, 'PRAGMA user_version') === 0) database.exec(schema);
    });
  }
  if (numberFrom(database, 'PRAGMA application_id') !== applicationId)
    throw distrust(file, 'it is no store of incidents');
  const version = migrated(database);
  if (version !== schemaVersion)
    throw distrust(file, `it was made by another version of Faultline (schema ${version}, here ${schemaVersion})`);
}

/** Brings the tables of an older version up to date, one version after the other, and says where that ends. */
function migrated(database: DatabaseSync): number {
  const version = (): number => numberFrom(database, 'PRAGMA user_version');
  if (migrations[version()] === undefined) return version();
  return inTransaction(database, () => {
    // Another process may have been first.
    for (let step = migrations[version()]; step !== undefined; step = migrations[version()]) database.exec(step);
    return version();
  });
}

function storeOver(database: DatabaseSync, place: string, bounds: StoreBounds): IncidentStore {
  const run = async <T>(action: () => T): Promise<T> => attempt(place, action);
  return {
    place,
    add: async (incident, record, now) =>
      run(() =>
        inTransaction(database, () => {
          const bytes = Buffer.byteLength(record);
          if (bytes > bounds.mostBytes) throw tooLarge(incident.id, bytes, bounds);
          const [finding] = incident.verdict.findings;
          database
            .prepare(
              'INSERT INTO incidents (id, at, kept_at, cause, kind, title, status, model, bytes, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            )
            .run(
              incident.id,
              Date.parse(incident.at),
              now,
              finding?.cause ?? 'unknown',
              incident.group,
              finding?.title ?? 'A failure of unknown cause',
              incident.response?.status ?? null,
              incident.request.shape.model ?? null,
              bytes,
              record,
            );
          letGo(database, bounds, now);
        }),
      ),
    get: async (id) =>
      run(() => {
        const row = database.prepare('SELECT record FROM incidents WHERE id = ?').get(id);
        return row && incidentFrom(row['record']);
      }),
    list: async ({ cause, limit = usualLimit } = {}) =>
      run(() =>
        database
          .prepare(
            'SELECT id, at, cause, kind, title, status, model, bytes FROM incidents WHERE ?1 IS NULL OR cause = ?1 ORDER BY at DESC, id DESC LIMIT ?2',
          )
          .all(cause ?? null, limit)
          .map(lineFrom),
      ),
    remove: async (ids) =>
      run(() =>
        inTransaction(database, () => {
          const one = database.prepare('DELETE FROM incidents WHERE id = ?');
          return ids.reduce((sum, id) => sum + Number(one.run(id).changes), 0);
        }),
      ),
    prune: async (wanted, now) =>
      run(() => {
        const count = inTransaction(database, () => letGo(database, wanted, now));
        database.exec('PRAGMA incremental_vacuum');
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return count;
      }),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

function tooLarge(id: string, bytes: number, { mostBytes }: StoreBounds): FaultlineError {
  return new FaultlineError(
    'incident-too-large',
    `The incident ${id} (${bytes} bytes) is larger than all that the store may hold (${mostBytes} bytes).`,
    'Record with --no-bodies.',
  );
}

/**
 * Deletes what was kept for too long, and then what was kept first until the rest is small enough. The order is that of
 * the rows and not of the clock, which can be set back.
 */
function letGo(database: DatabaseSync, { mostBytes, mostAgeMs }: StoreBounds, now: number): number {
  const old = database.prepare('DELETE FROM incidents WHERE kept_at < ?').run(Math.max(0, now - mostAgeMs));
  if (numberFrom(database, 'SELECT coalesce(sum(bytes), 0) FROM incidents') <= mostBytes) return Number(old.changes);
  const surplus = database
    .prepare(
      `DELETE FROM incidents WHERE id IN (
         SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY rowid DESC) AS total FROM incidents) WHERE total > ?)`,
    )
    .run(mostBytes);
  return Number(old.changes) + Number(surplus.changes);
}

function inTransaction<T>(database: DatabaseSync, action: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Errors of SQLite as ours: those that tell of a broken file are about trust. */
function attempt<T>(place: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (isFaultlineError(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/not a database|malformed|corrupt/i.test(message)) throw distrust(place, message);
    throw unusable(place, new Error(message));
  }
}

function numberFrom(database: DatabaseSync, sql: string): number {
  const [value] = Object.values(database.prepare(sql).get() ?? {});
  return Number(value ?? 0);
}

function incidentFrom(record: unknown): Incident {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- only incidents enter, and the schema version stands for their form
  return JSON.parse(String(record)) as Incident;
}

function lineFrom(row: Readonly<Record<string, unknown>>): IncidentSummary {
  const text = (name: string): string => String(row[name]);
  return {
    id: text('id'),
    at: new Date(Number(row['at'])).toISOString(),
    group: text('kind'),
    title: text('title'),
    cause: text('cause'),
    ...(row['status'] === null ? {} : { status: Number(row['status']) }),
    ...(row['model'] === null ? {} : { model: text('model') }),
    bytes: Number(row['bytes']),
  };
}
