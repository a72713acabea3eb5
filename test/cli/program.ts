import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { bundleProgram, dist } from '../../scripts/build.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds the program from the sources as they are now, and returns the temporary folder that holds the command `faultline`. */
export async function buildProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-program-'));
  for (const { path, contents } of (await bundleProgram()).files) {
    const target = join(folder, 'dist', relative(dist, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const command = join(folder, 'faultline');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'dist', 'cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  return folder;
}
