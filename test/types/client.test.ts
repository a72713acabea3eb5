import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTypes } from '../../scripts/build.ts';
import { root } from '../../scripts/set-up/set-up.mjs';

const folder = join(root, 'node_modules', '.cache', 'client-types');
const program = readFileSync(join(import.meta.dirname, 'client.ts'), 'utf8');

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await writeTypes(join(folder, 'types'));
  writeFileSync(join(folder, 'program.ts'), program.replace('../../src/client/index.ts', 'faultline/client'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['usual', {}],
  ['strictest', { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }],
])('a program can use the client by the declarations of the package, with %s settings', (name, settings) => {
  const paths = { 'faultline/client': ['./types/client/index.d.ts'] };
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    skipLibCheck: true,
    paths,
    ...settings,
  };
  const config = join(folder, `${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' }).stdout).toBe('');
});
