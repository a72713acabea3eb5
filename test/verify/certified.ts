import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/main.ts';
import type { Certificate } from '../../src/core/certificate.ts';
import { testHost } from '../test-host.ts';

/** What `faultline verify` came to. */
export interface Certified {
  readonly code: number;
  readonly certificate: Certificate;
  readonly folder: string;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-verify-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs the command in a folder, and reads the certificate that it prints. */
export async function certified(
  words: readonly string[],
  folder = temporaryFolder(),
  env: Readonly<Record<string, string>> = {},
): Promise<Certified> {
  const { host, output } = testHost('');
  const code = await run(['verify', ...words, '--json'], { ...host, env: { ...process.env, ...env }, cwd: folder });
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the schema test holds the output to this form
  return { code, certificate: JSON.parse(output()) as Certificate, folder };
}

/** The kinds of checks that are in a state, each once, in the order of their names. */
export function kindsOf({ runs }: Certificate, state: string): readonly string[] {
  return [
    ...new Set(runs.flatMap(({ checks }) => checks.flatMap((check) => (check.state === state ? check.id : [])))),
  ].toSorted();
}

/** A command line that runs an application with the Node of the tests. */
export function nodeCommand(...words: readonly string[]): string {
  return [process.execPath, ...words].map((word) => `"${word}"`).join(' ');
}
