import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/set-up.mjs';
import { noneOf, type Check } from './check.ts';

/**
 * Files that a script writes are as it would write them now. `make` gives their texts by path from the root, and
 * `remedy` is the command that writes them.
 */
export function inStep(
  name: string,
  remedy: string,
  make: () => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>,
): Check {
  return {
    name,
    run: async () =>
      noneOf(
        [...(await make())]
          .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
          .map(([path]) => `${path} is out of step; run: ${remedy}`),
      ),
  };
}
