import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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

/** What the built program says of the error. */
function explained(): string {
  try {
    const args = [join(program, 'dist', 'cli.js'), 'explain', error];
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
