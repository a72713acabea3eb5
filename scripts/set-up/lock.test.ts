import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'faultline-lock-'));
  file = join(directory, 'lock');
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

test('work under one lock never overlaps', async () => {
  const seen: string[] = [];
  const work = (name: string) =>
    withLock(file, async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    });
  await Promise.all([work('one'), work('other')]);
  expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});

test('the lock is free again after work that failed', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(existsSync(file)).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  writeFileSync(file, String(gone));
  await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
});
