import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { FaultlineError } from '../core/error.ts';
import type { Incident, IncidentSummary } from '../core/incident.ts';
import { database, inTransaction, numberFrom, type Database, type DatabaseKind } from './database.ts';
import { applicationId, migrations, schema, schemaVersion } from './schema.ts';
import { usualBounds, type IncidentStore, type StoreBounds } from './store.ts';
import type { OpenMode } from './trust.ts';

const usualLimit = 1000;

/** Opens the store in a folder; several processes can use it at once. */
export function openStore(folder: string, mode: OpenMode, bounds: StoreBounds = usualBounds): IncidentStore {
  return storeOver(database(folder, join(folder, 'incidents.sqlite'), mode, kind), folder, bounds);
}

const kind: DatabaseKind = { applicationId, version: schemaVersion, schema, migrations, what: 'no store of incidents' };

function storeOver(opened: Database, place: string, bounds: StoreBounds): IncidentStore {
  const { connection: database } = opened;
  const run = async <T>(action: () => T): Promise<T> => opened.run(action);
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
    close: async () => opened.close(),
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
