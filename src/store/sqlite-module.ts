import type * as Sqlite from 'node:sqlite';
import { FaultlineError } from '../core/error.ts';

/** The SQLite that comes with Node. Its warning that it is an experiment is not the user's concern. */
export function loadSqlite(): typeof Sqlite {
  const found = withoutWarning(() => {
    try {
      // Absent on Nodes that are older still, whatever the types say.
      const take: unknown = Reflect.get(process, 'getBuiltinModule');
      return typeof take === 'function' ? process.getBuiltinModule('node:sqlite') : undefined;
    } catch {
      return undefined;
    }
  });
  if (found) return found;
  throw new FaultlineError(
    'node-too-old',
    `Keeping incidents needs the SQLite of Node 22.13 or later; this is Node ${process.versions.node}.`,
    'Run Faultline with a newer Node. `explain`, `check`, `simulate` and `doctor` work with this one.',
  );
}

/** Keeps one warning back, and lets every other one through. */
function withoutWarning<T>(load: () => T): T {
  const emitWarning: unknown = Reflect.get(process, 'emitWarning');
  const quiet = (...args: Parameters<typeof process.emitWarning>): void => {
    if (typeof emitWarning === 'function' && !String(args[0]).includes('SQLite'))
      Reflect.apply(emitWarning, process, args);
  };
  Reflect.set(process, 'emitWarning', quiet);
  try {
    return load();
  } finally {
    Reflect.set(process, 'emitWarning', emitWarning);
  }
}
