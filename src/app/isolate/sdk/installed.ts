import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FaultlineError } from '../../../core/error.ts';
import { isObject, parsedJson, textOf } from '../../../core/json.ts';
import type { Machine } from '../../../core/world.ts';
import { redact } from '../../../redactors/index.ts';

const packageName = '@anthropic-ai/sdk';
const installLimitMs = 120_000;

/** An SDK on disk. */
export interface InstalledSdk {
  /** The folder whose `node_modules` holds it. */
  readonly folder: string;
  readonly version: string;
}

/** The SDK that a program in the working folder would load. */
export async function installedSdk({ cwd, readText }: Machine): Promise<InstalledSdk | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const text = await readText(join(folder, 'node_modules', packageName, 'package.json'));
    const manifest = text === undefined ? undefined : parsedJson(text);
    const version = isObject(manifest) ? textOf(manifest['version']) : undefined;
    if (version !== undefined) return { folder, version };
    if (dirname(folder) === folder) return undefined;
  }
}

/** Installs a version into a folder of its own, by the registry that npm is set up for; no script of a package runs. */
export async function installSdk(version: string, scratch: string, machine: Machine): Promise<InstalledSdk> {
  const folder = join(scratch, `sdk-${version}`);
  mkdirSync(folder, { recursive: true });
  const said = await runNpm(
    [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ].concat(['--loglevel', 'error', `${packageName}@${version}`]),
    folder,
    machine,
  );
  const found = await installedSdk({ ...machine, cwd: folder });
  if (found?.folder === folder) return found;
  throw new FaultlineError(
    'install-failed',
    `npm could not install ${packageName}@${version}${said === '' ? '.' : `: ${redact(said).text}`}`,
    `See whether the version exists: npm view ${packageName} versions.`,
  );
}

/** Runs npm to its end; what it complains of, in a line. */
async function runNpm(args: readonly string[], cwd: string, { env, system }: Machine): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd, env, shell: system === 'win32', stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => child.kill(), installLimitMs);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(0, 4000);
    });
    child.once('error', () => resolve('npm cannot be started'));
    child.once('close', () => {
      clearTimeout(timer);
      resolve(
        said
          .trim()
          .replaceAll(/\s*\n\s*/g, ' ')
          .slice(0, 400),
      );
    });
  });
}
