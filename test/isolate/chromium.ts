import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** A Chromium of this machine: what CHROMIUM names, or the first on the path. */
export function chromiumHere(): string | undefined {
  const named = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = named === undefined ? names.flatMap((name) => folders.map((folder) => join(folder, name))) : [named];
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Where a browser that is starting can be told what to open. */
async function debuggingPort(file: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      const [port = ''] = readFileSync(file, 'utf8').split('\n');
      if (port !== '') return port;
    } catch {
      // The browser has not written it yet.
    }
    await wait(100);
  }
  throw new Error('The browser did not start.');
}

/** A browser profile that is removed with everything that runs in it. */
export interface Profile {
  /** Opens an address in a window; `private` is a window of the same profile that keeps nothing. */
  readonly open: (address: string, kind: 'normal' | 'private') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Makes a profile; with the folder of an add-on, it is installed in the normal window alone, as browsers have it. */
export function profileOf(chromium: string, addOn?: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-chromium-'));
  const running: ChildProcess[] = [];
  const start = (kind: 'normal' | 'private', address: string, ...flags: readonly string[]): void => {
    const usual = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
    // Windows of two processes cannot share a folder at one time.
    const place = `--user-data-dir=${join(folder, kind)}`;
    running.push(spawn(chromium, [...usual, place, ...flags, address], { stdio: 'ignore', detached: true }));
  };
  return {
    open: async (address, kind) => {
      if (kind === 'private') {
        start(kind, address, '--incognito');
        return;
      }
      const loading =
        addOn === undefined
          ? []
          : [`--load-extension=${addOn}`, '--disable-features=DisableLoadExtensionCommandLineSwitch'];
      start(kind, 'about:blank', '--remote-debugging-port=0', ...loading);
      // A page that is opened while an add-on is loaded may be lost: it is opened when the browser answers.
      const port = await debuggingPort(join(folder, kind, 'DevToolsActivePort'));
      await fetch(`http://127.0.0.1:${port}/json/new?${encodeURI(address)}`, { method: 'PUT' });
    },
    close: async () => {
      await Promise.all(
        running.map(async (child) => {
          const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
          await ended;
        }),
      );
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
