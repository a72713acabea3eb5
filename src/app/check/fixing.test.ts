import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFaultlineError } from '../../core/error.ts';
import { writeFixed } from './fixing.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-fixing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fixing(path: string): Parameters<typeof writeFixed>[0] {
  return { source: { name: 'request.json', path, text: 'before' }, text: 'after', steps: [] };
}

test('a fixed file keeps its permissions, and so does the original beside it', () => {
  const path = join(folder, 'request.json');
  writeFileSync(path, 'before');
  chmodSync(path, 0o600);

  const kept = writeFixed(fixing(path)) ?? '';

  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(readFileSync(kept, 'utf8')).toBe('before');
  expect([path, kept].map((one) => statSync(one).mode & 0o777)).toEqual([0o600, 0o600]);
});

test('the file behind a link is fixed, and the link stays one', () => {
  const path = join(folder, 'request.json');
  const link = join(folder, 'link.json');
  writeFileSync(path, 'before');
  symlinkSync(path, link);

  expect(writeFixed(fixing(link))).toBe(`${link}.orig`);
  expect(readFileSync(path, 'utf8')).toBe('after');
});

test('an original that was kept before is not overwritten', () => {
  const path = join(folder, 'request.json');
  writeFileSync(path, 'before');
  writeFileSync(`${path}.orig`, 'the very first');

  expect(writeFixed(fixing(path))).toBe(`${path}.orig2`);
  expect(readFileSync(`${path}.orig`, 'utf8')).toBe('the very first');
});

test('what cannot be written is told as such', () => {
  const path = join(folder, 'folder.json');
  mkdirSync(path);

  expect(() => writeFixed(fixing(path))).toThrowError(
    expect.toSatisfy((error: unknown) => isFaultlineError(error) && error.message.includes('request.json')),
  );
});
