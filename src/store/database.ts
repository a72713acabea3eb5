import type { DatabaseSync } from 'node:sqlite';
import { isFaultlineError } from '../core/error.ts';
import { connectionPragmas, newFilePragmas } from './schema.ts';
import { loadSqlite } from './sqlite-module.ts';
import { distrust, trustedFile, unusable, type OpenMode } from './trust.ts';

/** A kind of file of ours: how it is told from others, and what is in it. */
export interface DatabaseKind {
  /** In the header of the file. */
  readonly applicationId: number;
  /** Raised with every change of the tables; a newer file is not touched. */
  readonly version: number;
  readonly schema: string;
  /** What makes a file of an older version one of the next, by that older version. */
  readonly migrations?: Readonly<Record<number, string>>;
  /** What a file is that is not of this kind: `no store of incidents`. */
  readonly what: string;
}

/** A file that is open. */
export interface Database {
  readonly connection: DatabaseSync;
  /** Does something with it; what SQLite throws becomes an error of ours. */
  readonly run: <T>(action: () => T) => T;
  readonly close: () => void;
}

/** Opens a file of ours in a folder that nobody else can write to; several processes can use it at once. */
export function database(folder: string, file: string, mode: OpenMode, kind: DatabaseKind): Database {
  const { DatabaseSync: Connection } = loadSqlite();
  trustedFile(folder, file, mode);
  const connection = attempt(folder, () => {
    const opened = new Connection(file, { enableForeignKeyConstraints: false });
    try {
      prepare(opened, file, kind);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  return {
    connection,
    run: (action) => attempt(folder, action),
    close() {
      if (connection.isOpen) connection.close();
    },
  };
}

/** Makes the tables where there are none, and refuses a file that is not of this kind. */
function prepare(connection: DatabaseSync, file: string, kind: DatabaseKind): void {
  for (const pragma of connectionPragmas) connection.exec(pragma);
  if (
    numberFrom(connection, 'PRAGMA user_version') === 0 &&
    numberFrom(connection, 'SELECT count(*) FROM sqlite_schema') === 0
  ) {
    for (const pragma of newFilePragmas) connection.exec(pragma);
    inTransaction(connection, () => {
      // Another process may have been first.
      if (numberFrom(connection, 'PRAGMA user_version') !== 0) return;
      connection.exec(kind.schema);
      connection.exec(`PRAGMA application_id = ${kind.applicationId}`);
      connection.exec(`PRAGMA user_version = ${kind.version}`);
    });
  }
  if (numberFrom(connection, 'PRAGMA application_id') !== kind.applicationId)
    throw distrust(file, `it is ${kind.what}`);
  const version = migrated(connection, kind);
  if (version !== kind.version)
    throw distrust(file, `it was made by another version of Faultline (schema ${version}, here ${kind.version})`);
}

/** Brings the tables of an older version up to date, one version after the other, and says where that ends. */
function migrated(connection: DatabaseSync, { migrations = {} }: DatabaseKind): number {
  const version = (): number => numberFrom(connection, 'PRAGMA user_version');
  if (migrations[version()] === undefined) return version();
  return inTransaction(connection, () => {
    // Another process may have been first.
    for (let step = migrations[version()]; step !== undefined; step = migrations[version()]) connection.exec(step);
    return version();
  });
}

/** Does everything or nothing. */
export function inTransaction<T>(connection: DatabaseSync, action: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
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

/** The first value of the first row. */
export function numberFrom(connection: DatabaseSync, sql: string): number {
  const [value] = Object.values(connection.prepare(sql).get() ?? {});
  return Number(value ?? 0);
}
