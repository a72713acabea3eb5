import { FaultlineError } from '../../../core/error.ts';
import { installSdk, installedSdk } from '../sdk/installed.ts';
import { defineVariable, needed, oneChange, unusable } from '../variable.ts';

/** Another version of the official TypeScript SDK, installed beside the project's own. */
export const sdk = defineVariable({
  name: 'sdk',
  group: 'program',
  value: 'VERSION',
  about: 'another version of the TypeScript SDK, installed into a temporary folder (with --install)',
  async vary(written, { machine, mayInstall, isPlanning, scratch }) {
    const version = needed(written, sdk);
    if (!/^(?:\d+\.\d+\.\d+[\w.-]*|latest)$/.test(version))
      unusable('sdk', `${JSON.stringify(version)} is no version.`, 'For example: --vary sdk=1.12.0, or sdk=latest.');
    const installed = await installedSdk(machine);
    if (!installed)
      return { kind: 'needless', because: '`@anthropic-ai/sdk` is not installed in this project or above it.' };
    if (installed.version === version) return { kind: 'needless', because: `The project has ${version} already.` };
    if (!mayInstall) {
      throw new FaultlineError(
        'install-not-allowed',
        `--vary sdk=${version} has to ask the package registry and to install that version into a temporary folder.`,
        'Allow it with --install.',
      );
    }
    const beside = isPlanning ? { folder: machine.cwd, version } : await installSdk(version, scratch(), machine);
    const other = { kind: 'sdk', ...beside } as const;
    return oneChange(
      {
        id: 'sdk',
        variable: 'sdk',
        group: 'program',
        name: 'the SDK version',
        remedy: 'Use the version that works, and read the changes between the two in its changelog.',
        what: `@anthropic-ai/sdk ${other.version} in place of ${installed.version}`,
        failing: installed.version,
        changed: other.version,
        reach: 'way',
        apply: (setup) => ({ ...setup, caller: other }),
      },
      (setup) => ({ ...setup, caller: { kind: 'sdk', ...installed } }),
    );
  },
});
