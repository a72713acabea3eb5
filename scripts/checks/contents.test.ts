import { expect, test } from 'vitest';
import { contentComplaints } from './contents.ts';

const complete: readonly string[] = [
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'dist/check.js',
  'dist/cli.js',
  'dist/cli/main.cjs',
  'dist/cli/register.js',
  'dist/cli/causes.txt',
  'dist/index.js',
  'dist/lib/chunk-7A4X.js',
  'dist/cli/cause/tool-result-missing.cjs',
  'dist/client.js',
  'dist/types/check.d.ts',
  'dist/types/client/index.d.ts',
  'dist/types/index.d.ts',
  'dist/types/register.d.ts',
  'package.json',
  'schemas/verdict.schema.json',
];

test('a package with everything that belongs in it is accepted', () => {
  expect(contentComplaints(complete)).toEqual([]);
});

test('a missing entry point is named', () => {
  expect(contentComplaints(complete.filter((path) => path !== 'dist/check.js'))).toEqual(['dist/check.js is missing']);
});

test.for(['src/index.ts', 'dist/cli.js.map', 'dist/types/x.test.d.ts', 'dist/types/x.examples.d.ts', '.env'])(
  '%s does not belong in the package',
  (path) => {
    expect(contentComplaints([...complete, path])).toEqual([`${path} does not belong in the package`]);
  },
);
