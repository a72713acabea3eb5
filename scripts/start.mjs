// Runs the program as users get it, from a fresh build; without arguments, on an example.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './set-up/lock.mjs';
import { main, run } from './set-up/run.mjs';
import { root, setUp, setupLock } from './set-up/set-up.mjs';

const program = join(root, 'dist', 'cli.js');
const somethingFound = 1;
/** The main job on an example: a call that fails, on an API of our own that is out of credit; nobody else is asked. */
const example = {
  simulate: ['simulate', '--quiet', '--fault', 'credit-balance-low', '--'],
  diagnose: ['diagnose', '--no-status', '--no-connectivity', '--no-registry'],
};

await main(async () => {
  const node = await setUp();
  if (!isBuilt()) {
    const code = await withLock(setupLock, async () =>
      isBuilt() ? 0 : run([join('scripts', 'build.ts'), '--program'], root),
    );
    if (code !== 0) return code;
  }
  const args = process.argv.slice(2);
  // npm changes to the package's folder; paths that the user gives are meant from where the user stands.
  if (args.length > 0) return run([program, ...args], process.env['INIT_CWD']);
  const { simulate, diagnose } = example;
  console.log(`$ faultline ${simulate.join(' ')} faultline ${diagnose.join(' ')}\n`);
  const code = await run([program, ...simulate, node, program, ...diagnose], root);
  return code === somethingFound ? 0 : code;
});

/** Whether the built program is newer than everything that it is built from. */
function isBuilt() {
  const builtMs = modifiedMs(program);
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join('src', path),
  );
  return ['package.json', 'src', join('scripts', 'build.ts'), ...sources].every(
    (path) => modifiedMs(join(root, path)) < builtMs,
  );
}

/** @param {string} file */
function modifiedMs(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
