import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../set-up/npm.mjs';
import { root } from '../set-up/set-up.mjs';
import { parseAs } from './json.ts';

/** The package as it would be published. */
export interface Packed {
  readonly tarball: string;
  readonly tarballBytes: number;
  /** Paths inside the package. */
  readonly files: readonly string[];
  /** A folder in which the package is installed. */
  readonly directory: string;
}

let packing: Promise<Packed> | undefined;

/** Builds, packs and installs the package once per run, in a temporary folder that goes with the process. */
export function packed(): Promise<Packed> {
  packing ??= pack();
  return packing;
}

async function pack(): Promise<Packed> {
  const directory = mkdtempSync(join(tmpdir(), 'faultline packed '));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  await ran(['run', 'build'], root);
  const listing = await ran(
    ['pack', '--json', '--loglevel=error', '--ignore-scripts', '--pack-destination', directory],
    root,
  );
  const [first] = parseAs('packListings', listing);
  if (first === undefined) throw new Error(`npm pack listed no package:\n${listing}`);
  const tarball = join(directory, first.filename);
  const offline = ['install', '--offline', '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  await ran([...offline, '--prefix', directory, tarball], directory);
  return { tarball, tarballBytes: first.size, files: first.files.map((file) => file.path), directory };
}

async function ran(args: readonly string[], directory: string): Promise<string> {
  const { code, output } = await npm(args, directory);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
  return output;
}
