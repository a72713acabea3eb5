import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifest } from '../scripts/checks/json.ts';

const root = join(import.meta.dirname, '..');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];

// What a user's own project is called with in an example is no script of ours.
const foreign = new Set(['app']);

/** Paths are written from the root or, in short, from `src/`. */
function isMissing(path: string): boolean {
  return !existsSync(join(root, path)) && !existsSync(join(root, 'src', path));
}

describe.each(documents)('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  test('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(name), target)))).toEqual([]);
  });

  test('names scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !foreign.has(script) && manifest().scripts[script] === undefined)).toEqual([]);
  });

  test('names files of the project that exist', () => {
    const paths = [...text.matchAll(/`([a-z]+\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !path.startsWith('faultline/') && isMissing(path))).toEqual([]);
  });
});

test('the reference part of README begins within two screens', () => {
  const [head = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('\n# Reference\n');
  expect(head.split('\n').length).toBeLessThan(100);
});
