import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { causes } from '../src/causes/index.ts';
import { buildProgram } from './cli/program.ts';

const program = await buildProgram();
const cache = mkdtempSync(join(tmpdir(), 'faultline-kept-program-'));
afterAll(() => {
  for (const folder of [program, cache]) rmSync(folder, { recursive: true, force: true });
});

const marker = 'zebra-on-a-unicycle';
const error = `529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded ${marker}"}}`;

test('what is kept from one run to the next changes no answer, holds nothing of an input, and may be damaged', () => {
  const first = explained();
  expect(first).toContain('overloaded');
  const name = readdirSync(cache).find((entry) => entry.endsWith('.code')) ?? '';
  const place = join(cache, name);
  const kept = readFileSync(place);
  expect(kept.includes(marker) || kept.includes(Buffer.from(marker, 'utf16le'))).toBe(false);
  expect(explained()).toBe(first);
  for (const damaged of [kept.subarray(0, 5000), Buffer.alloc(kept.length), changedAt(kept, kept.length >> 2)]) {
    writeFileSync(place, damaged);
    expect(explained()).toBe(first);
    expect(readFileSync(place).length).toBeGreaterThan(kept.length / 2);
  }
});

test('each cause is a file of the built program, and those of models share what they know of all', () => {
  const folder = join(program, 'dist', 'cli', 'cause');
  const ids = readdirSync(folder).map((name) => name.replace(/\.cjs$/, ''));
  expect(ids.filter((id) => id !== 'models').toSorted()).toEqual(causes.map(({ id }) => id).toSorted());
  const large = ids.filter((id) => statSync(join(folder, `${id}.cjs`)).size > 16_000);
  expect(large).toEqual(['models']);
  const text = '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-opus-20240229"}}';
  expect(explained(text)).toContain('The model has been retired');
});

/** What the built program says of an error. */
function explained(text = error): string {
  try {
    const args = [join(program, 'dist', 'cli.js'), 'explain', text];
    return execFileSync(process.execPath, args, { encoding: 'utf8', env: { NODE_COMPILE_CACHE: cache } });
  } catch (failed) {
    return failed instanceof Error && 'stdout' in failed ? String(failed.stdout) : '';
  }
}

function changedAt(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 4;
  return changed;
}
