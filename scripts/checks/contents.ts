import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/set-up.mjs';
import { noneOf, type Check } from './check.ts';
import { manifest, parseAs } from './json.ts';
import { packed } from './packed.ts';

const required: readonly string[] = [
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'dist/check.js',
  'dist/cli/main.cjs',
  'dist/cli/register.js',
  'dist/cli/causes.txt',
  'dist/client.js',
  'dist/cli.js',
  'dist/index.js',
  'dist/types/check.d.ts',
  'dist/types/client/index.d.ts',
  'dist/types/index.d.ts',
  'dist/types/register.d.ts',
  'package.json',
];

const expected =
  /^(?:dist\/(?:cli\/[\w-]+|simulator|lib\/[\w-]+)\.js|dist\/cli\/cause\/[\w-]+\.cjs|dist\/types\/[\w/-]+(?:\.rules|\.generated)?\.d\.ts|schemas\/[\w.-]+\.json)$/;

/** Says what a list of packed files lacks, and what does not belong in it. */
export function contentComplaints(files: readonly string[]): readonly string[] {
  const missing = required.filter((path) => !files.includes(path)).map((path) => `${path} is missing`);
  const foreign = files
    .filter((path) => !required.includes(path) && !expected.test(path))
    .map((path) => `${path} does not belong in the package`);
  return [...missing, ...foreign];
}

/** The package holds what it should, and nothing else. */
export const contentsCheck: Check = {
  name: 'package contents',
  run: async () => noneOf(contentComplaints((await packed()).files)),
};

const installScripts: readonly string[] = ['preinstall', 'install', 'postinstall', 'prepare'];

/** Installing runs nothing, brings nothing that was not decided on, and each script of a dependency was decided on. */
export const installCheck: Check = {
  name: 'install scripts and dependencies',
  run: async () => {
    const { scripts, dependencies = {}, allowScripts } = manifest();
    const lock = parseAs('lock', readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const decisions = join(root, 'docs', 'decisions');
    const decided = readdirSync(decisions).map((name) => readFileSync(join(decisions, name), 'utf8'));
    const running = installScripts
      .filter((name) => scripts[name] !== undefined)
      .map((name) => `the package must not have the script ${name}`);
    const unrecorded = Object.keys(dependencies)
      .filter((name) => !decided.some((text) => text.includes(`\`${name}\``)))
      .map((name) => `no record in docs/decisions names the runtime dependency \`${name}\``);
    const undecided = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript === true && entry.optional !== true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
      .filter((name) => allowScripts[name] === undefined)
      .map((name) => `allowScripts in package.json does not say whether ${name} may run its install script`);
    return noneOf([...running, ...unrecorded, ...undecided]);
  },
};
