import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A mock server of others that is measured beside ours. */
export interface Peer {
  readonly name: string;
  /** The package on npm with its version; it is installed for the run alone. */
  readonly packageName: string;
  readonly version: string;
  /** Which of the package's programs is run. */
  readonly program: string;
  /** What it does with a request before it answers, so that the comparison can be read. */
  readonly judges: string;
  /** The files that it reads, by name; they are written beside the package. */
  readonly files: Readonly<Record<string, unknown>>;
  readonly args: (port: number, file: (name: string) => string) => readonly string[];
}

/** A peer that is installed, or why it is not there. */
export type Installed =
  | { readonly kind: 'installed'; readonly program: string; readonly folder: string }
  | { readonly kind: 'absent'; readonly because: string };

/** Installs a peer into a folder of its own with npm; no script of a package is run. */
export async function install({ packageName, version, program }: Peer, folder: string): Promise<Installed> {
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const flags = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await promisify(execFile)(command ?? 'npm', [...first, 'install', ...flags, `${packageName}@${version}`], {
      cwd: folder,
      shell: process.platform === 'win32' && npm === undefined,
    });
  } catch (error) {
    return { kind: 'absent', because: `npm did not install it: ${reasonIn(error)}` };
  }
  const home = join(folder, 'node_modules', packageName);
  const path = programIn(join(home, 'package.json'), program);
  return path !== undefined && existsSync(join(home, path))
    ? { kind: 'installed', program: join(home, path), folder }
    : { kind: 'absent', because: `${packageName} ${version} holds no program ${program}` };
}

function reasonIn(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return (
    said
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'no reason given'
  );
}

function programIn(manifest: string, program: string): string | undefined {
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const bin = typeof parsed === 'object' && parsed !== null && 'bin' in parsed ? parsed.bin : undefined;
  const path: unknown =
    typeof bin === 'object' && bin !== null ? Object.entries(bin).find(([name]) => name === program)?.[1] : bin;
  return typeof path === 'string' ? path : undefined;
}
