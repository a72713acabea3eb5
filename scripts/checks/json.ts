import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/set-up.mjs';

/** What is read of package.json. */
export interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

/** What is read of package-lock.json. */
export interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly optional?: boolean }>>;
}

/** What is read of `npm pack --json`. */
export interface PackListing {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** What is read of the JSON report of vitest. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** The JSON files and outputs that the checks read, by the name of their shape. */
interface Shapes {
  readonly manifest: Manifest;
  readonly lock: Lock;
  readonly packListings: readonly (PackListing | undefined)[];
  readonly vitestReport: VitestReport;
}

/** Reads JSON that npm or vitest wrote. */
export function parseAs<Name extends keyof Shapes>(_shape: Name, text: string): Shapes[Name] {
  // The shape is documented by the tool that wrote the text; a check that meets another one fails, as it should.
  // oxlint-disable-next-line typescript/no-unsafe-return
  return JSON.parse(text);
}

/** The package.json of the project. */
export function manifest(): Manifest {
  return parseAs('manifest', readFileSync(join(root, 'package.json'), 'utf8'));
}
