import type { Check } from './check.ts';
import { executeScript } from './command.ts';
import { packed } from './packed.ts';

/** A tool that judges the packed package. */
function judge(name: string, script: string, args: (tarball: string) => readonly string[]): Check {
  return {
    name,
    run: async () => {
      const { tarball } = await packed();
      const { code, stdout, stderr } = await executeScript(script, args(tarball));
      return code === 0 ? { kind: 'passed' } : { kind: 'failed', report: `${stdout}${stderr}`.trim() };
    },
  };
}

/** The manifest and the files agree. */
export const publintCheck = judge('publint', 'node_modules/publint/src/cli.js', (tarball) => [
  'run',
  tarball,
  '--strict',
]);

/** The types can be found and are right for every way to import the package. */
export const typesFoundCheck = judge(
  'types of the package',
  'node_modules/@arethetypeswrong/cli/dist/index.js',
  (tarball) => [tarball, '--profile', 'esm-only', '--no-color'],
);
