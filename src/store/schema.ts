/** In the header of the file: `FLT1`. It tells a store from any other database. */
export const applicationId = 0x46_4c_54_31;
/** Raised with every change of the tables; a newer store is not touched. */
export const schemaVersion = 2;

/** For every connection. */
export const connectionPragmas: readonly string[] = [
  'PRAGMA busy_timeout = 10000',
  // Removed incidents are overwritten, and not only forgotten.
  'PRAGMA secure_delete = ON',
  'PRAGMA trusted_schema = OFF',
  'PRAGMA synchronous = NORMAL',
];

/** For a file that is new. `auto_vacuum` counts only before the first table. */
export const newFilePragmas: readonly string[] = ['PRAGMA auto_vacuum = INCREMENTAL', 'PRAGMA journal_mode = WAL'];

/** The tables of a store. */
export const schema = `
  CREATE TABLE incidents (
    id TEXT PRIMARY KEY NOT NULL,
    at INTEGER NOT NULL,
    kept_at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    status INTEGER,
    model TEXT,
    bytes INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX incidents_by_time ON incidents (at, bytes);
  CREATE INDEX incidents_by_keeping ON incidents (kept_at, bytes);
`;

/** What makes a store of an older version one of the next, by that older version. */
export const migrations: Readonly<Record<number, string>> = {
  // Until then an incident counted as kept when it happened.
  1: `
    ALTER TABLE incidents ADD COLUMN kept_at INTEGER NOT NULL DEFAULT 0;
    UPDATE incidents SET kept_at = at;
    CREATE INDEX incidents_by_keeping ON incidents (kept_at, bytes);
    PRAGMA user_version = 2;
  `,
};
