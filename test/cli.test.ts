import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildProgram } from './cli/program.ts';
import { replay } from './cli/transcript.ts';

const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'cli');
const program = await buildProgram();
afterAll(() => rmSync(program, { recursive: true, force: true }));

const documents = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(documents)('the program prints what %s shows', { timeout: 120_000 }, async (name) => {
  const path = join(folder, name);
  const replayed = await replay(readFileSync(path, 'utf8'), program, { exitCodes: true });
  await expect(replayed).toMatchFileSnapshot(path);
});

test('the program prints what the README shows', { timeout: 120_000 }, async () => {
  const path = join(root, 'README.md');
  const replayed = await replay(readFileSync(path, 'utf8'), program, { exitCodes: false });
  await expect(replayed).toMatchFileSnapshot(path);
});
