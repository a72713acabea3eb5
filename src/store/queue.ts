import { join } from 'node:path';
import { database, inTransaction, numberFrom, type Database } from './database.ts';
import type { OpenMode } from './trust.ts';

/** What has become of an entry. `unknown`: it was being sent when its process ended, and nobody knows what came of it. */
export type EntryState = 'waiting' | 'sending' | 'done' | 'failed' | 'set-aside' | 'unknown';

/** An entry of a queue. What it says stays where it came from; here is what tells it again. */
export interface QueueEntry {
  /** A hash of the request, and which of the same ones it is. */
  readonly key: string;
  /** As a person finds it: a file and a place in it. */
  readonly label: string;
}

/** An entry with what has become of it. */
export interface KeptEntry extends QueueEntry {
  readonly state: EntryState;
  /** How often it was sent. */
  readonly attempts: number;
  readonly because?: string;
}

/** How a run is taken up. */
export interface RunWish {
  /** Where the entries come from; the same source goes on with the same run. */
  readonly source: string;
  /** Where a run that is new writes. */
  readonly folder: string;
  readonly newId: string;
  readonly processId: number;
  readonly now: number;
  /** A run of the same source that is there already is left alone. */
  readonly isNew: boolean;
  readonly isAlive: (processId: number) => boolean;
}

/** A run that is ours now, or the process that has it. */
export type TakenRun =
  | {
      readonly kind: 'taken';
      readonly id: string;
      readonly folder: string;
      readonly startedAt: number;
      readonly isResumed: boolean;
      /** Entries that were being sent when the process before ended. */
      readonly interrupted: readonly string[];
    }
  | { readonly kind: 'busy'; readonly processId: number };

/** The queue of a ramp on disk. Every change is there when its function returns, also when the process is killed then. */
export interface RampQueue {
  readonly place: string;
  readonly take: (wish: RunWish) => TakenRun;
  /** Keeps entries that are not there yet, in order, and says which those are. */
  readonly add: (run: string, entries: readonly QueueEntry[], now: number) => ReadonlySet<string>;
  /** Leases an entry to be sent; false where it is not waiting, or another process has taken the run over. */
  readonly lease: (run: string, key: string, processId: number, now: number) => boolean;
  /** Says what has become of an entry. */
  readonly settle: (run: string, key: string, state: EntryState, now: number, because?: string) => void;
  /** Puts every entry whose outcome is unknown back, and says how many there were. */
  readonly putUnknownBack: (run: string, now: number) => number;
  readonly entries: (run: string, state?: EntryState) => readonly KeptEntry[];
  readonly counts: (run: string) => Readonly<Record<EntryState, number>>;
  /** Says that the process is at work; a run of which nothing is heard for a while may be taken over. */
  readonly renew: (run: string, processId: number, now: number) => void;
  /** Lets another process have the run, where it is still ours. */
  readonly release: (run: string, processId: number) => void;
  readonly close: () => void;
}

/** A process that has not renewed its lease for so long is not at work any more. */
const leaseMs = 60_000;

const kind = {
  applicationId: 0x46_4c_52_31,
  version: 1,
  what: 'no queue of a ramp',
  schema: `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    source TEXT NOT NULL,
    folder TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    owner INTEGER,
    leased_until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX runs_by_source ON runs (source, started_at);
  CREATE TABLE entries (
    run TEXT NOT NULL REFERENCES runs (id),
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    because TEXT,
    PRIMARY KEY (run, key)
  ) STRICT;
  CREATE INDEX entries_by_state ON entries (run, state, place);
`,
} as const;

/** Opens the queue in a folder. */
export function openQueue(folder: string, mode: OpenMode): RampQueue {
  const file = join(folder, 'ramp.sqlite');
  const opened = database(folder, file, mode, kind);
  return queueOver(opened, file);
}

function queueOver({ run: guarded, connection, close }: Database, place: string): RampQueue {
  const sql = (text: string): ReturnType<typeof connection.prepare> => connection.prepare(text);
  const leaseEntry = sql(
    "UPDATE entries SET state = 'sending', attempts = attempts + 1, changed_at = ?3, because = NULL WHERE run = ?1 AND key = ?2 AND state = 'waiting' AND EXISTS (SELECT 1 FROM runs WHERE id = ?1 AND owner = ?4)",
  );
  const settleEntry = sql('UPDATE entries SET state = ?3, changed_at = ?4, because = ?5 WHERE run = ?1 AND key = ?2');
  return {
    place,
    take: (wish) => guarded(() => inTransaction(connection, () => takeRun(connection, wish))),
    add: (run, entries, now) =>
      guarded(() =>
        inTransaction(connection, () => {
          const insert = sql(
            "INSERT OR IGNORE INTO entries (run, key, place, label, state, attempts, changed_at) VALUES (?, ?, ?, ?, 'waiting', 0, ?)",
          );
          let next = numberFrom(connection, 'SELECT coalesce(max(place), 0) FROM entries');
          const fresh = entries.filter(
            ({ key, label }) => Number(insert.run(run, key, ++next, label, now).changes) > 0,
          );
          return new Set(fresh.map(({ key }) => key));
        }),
      ),
    lease: (run, key, processId, now) => guarded(() => Number(leaseEntry.run(run, key, now, processId).changes) > 0),
    settle: (run, key, state, now, because) =>
      guarded(() => void settleEntry.run(run, key, state, now, because ?? null)),
    putUnknownBack: (run, now) =>
      guarded(() =>
        Number(
          sql("UPDATE entries SET state = 'waiting', changed_at = ?2 WHERE run = ?1 AND state = 'unknown'").run(
            run,
            now,
          ).changes,
        ),
      ),
    entries: (run, state) =>
      guarded(() =>
        sql(
          'SELECT key, label, state, attempts, because FROM entries WHERE run = ?1 AND (?2 IS NULL OR state = ?2) ORDER BY place',
        )
          .all(run, state ?? null)
          .map(entryFrom),
      ),
    counts: (run) =>
      guarded(() => {
        const counts = { ...noEntries };
        for (const row of sql('SELECT state, count(*) AS number FROM entries WHERE run = ? GROUP BY state').all(run))
          counts[stateFrom(row['state'])] = Number(row['number']);
        return counts;
      }),
    renew: (run, processId, now) =>
      guarded(
        () =>
          void sql('UPDATE runs SET leased_until = ?3 WHERE id = ?1 AND owner = ?2').run(run, processId, now + leaseMs),
      ),
    release: (run, processId) =>
      guarded(
        () =>
          void sql('UPDATE runs SET owner = NULL, leased_until = 0 WHERE id = ?1 AND owner = ?2').run(run, processId),
      ),
    close,
  };
}

function takeRun(connection: Database['connection'], wish: RunWish): TakenRun {
  const { source, folder, newId, processId, now, isNew, isAlive } = wish;
  const found = connection
    .prepare('SELECT id, folder, started_at, owner, leased_until FROM runs WHERE source = ? ORDER BY started_at DESC')
    .get(source);
  const owner = found?.['owner'];
  if (found && !isNew && owner !== null && owner !== processId) {
    const isAtWork = Number(found['leased_until']) > now && isAlive(Number(owner));
    if (isAtWork) return { kind: 'busy', processId: Number(owner) };
  }
  if (!found || isNew) {
    connection
      .prepare('INSERT INTO runs (id, source, folder, started_at, owner, leased_until) VALUES (?, ?, ?, ?, ?, ?)')
      .run(newId, source, folder, now, processId, now + leaseMs);
    return { kind: 'taken', id: newId, folder, startedAt: now, isResumed: false, interrupted: [] };
  }
  const id = String(found['id']);
  connection.prepare('UPDATE runs SET owner = ?2, leased_until = ?3 WHERE id = ?1').run(id, processId, now + leaseMs);
  const interrupted = connection
    .prepare("SELECT key FROM entries WHERE run = ? AND state = 'sending' ORDER BY place")
    .all(id)
    .map((row) => String(row['key']));
  connection
    .prepare("UPDATE entries SET state = 'unknown', changed_at = ?2 WHERE run = ?1 AND state = 'sending'")
    .run(id, now);
  return {
    kind: 'taken',
    id,
    folder: String(found['folder']),
    startedAt: Number(found['started_at']),
    isResumed: true,
    interrupted,
  };
}

const noEntries: Readonly<Record<EntryState, number>> = {
  waiting: 0,
  sending: 0,
  done: 0,
  failed: 0,
  'set-aside': 0,
  unknown: 0,
};

function stateFrom(value: unknown): EntryState {
  switch (value) {
    case 'waiting':
    case 'sending':
    case 'done':
    case 'failed':
    case 'set-aside':
      return value;
    default:
      return 'unknown';
  }
}

function entryFrom(row: Readonly<Record<string, unknown>>): KeptEntry {
  return {
    key: String(row['key']),
    label: String(row['label']),
    state: stateFrom(row['state']),
    attempts: Number(row['attempts']),
    ...(typeof row['because'] === 'string' ? { because: row['because'] } : {}),
  };
}
