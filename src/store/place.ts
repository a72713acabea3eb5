import { posix, win32 } from 'node:path';

/** What the place of the store depends on. */
export interface PlaceHints {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** `linux`, `darwin`, `win32`, ... */
  readonly system: string;
  readonly cwd: string;
  /** What the user named on the command line. */
  readonly named?: string;
}

/** The folder of the store: as named, as FAULTLINE_STORE says, or where the system keeps such things. */
export function storePlace({ env, home, system, cwd, named }: PlaceHints): string {
  const path = system === 'win32' ? win32 : posix;
  const chosen = named ?? set(env['FAULTLINE_STORE']);
  if (chosen !== undefined) return path.resolve(cwd, chosen);
  if (system === 'win32')
    return path.join(set(env['LOCALAPPDATA']) ?? path.join(home, 'AppData', 'Local'), 'faultline');
  if (system === 'darwin') return path.join(home, 'Library', 'Application Support', 'faultline');
  const state = set(env['XDG_STATE_HOME']);
  // The specification has relative paths ignored.
  return path.join(state?.startsWith('/') === true ? state : path.join(home, '.local', 'state'), 'faultline');
}

function set(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
