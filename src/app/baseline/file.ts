import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unpack } from '../../capture/unpack.ts';
import type { Baseline } from '../../core/baseline.ts';
import { baselineFrom } from '../../core/baseline-form.ts';
import { FaultlineError } from '../../core/error.ts';
import { redactValue } from '../../redactors/index.ts';
import { leaksIn } from '../../redactors/verify.ts';
import { codeOf, unreadable } from '../files.ts';
import type { Host } from '../operation.ts';

/** Where a baseline is kept unless somebody says otherwise. */
export const usualFile = 'faultline-baseline.json';

/** A baseline as it was read. */
export interface ReadBaseline {
  readonly baseline: Baseline;
  readonly text: string;
}

/** The baseline of a file; `undefined` where there is no file. What is none is an error, so that it is not written over. */
export function readBaseline(file: string, { cwd }: Host): ReadBaseline | undefined {
  const path = resolve(cwd, file);
  if (!existsSync(path)) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(file, codeOf(error) ?? 'EIO', error);
  }
  const baseline = baselineFrom(text);
  if (baseline) return { baseline, text };
  throw new FaultlineError(
    'baseline-unreadable',
    `${file} is no baseline of this version of Faultline.`,
    'Name another file with --file, or remove this one and save again.',
  );
}

/** Writes a baseline whole. What has the form of a secret is taken out, and where one is left nothing is written. */
export function writeBaseline(file: string, baseline: Baseline, { cwd }: Host): void {
  const text = `${JSON.stringify(redactValue(baseline).value, undefined, 2)}\n`;
  const [leak] = leaksIn(text, { gunzip: unpack });
  if (leak) {
    throw new FaultlineError(
      'secret-left',
      `Nothing was saved: at character ${leak.at} stands what looks like a secret (${leak.rule}; it ${leak.reason}).`,
      'Save a request without it; a baseline is made to be committed.',
    );
  }
  const path = resolve(cwd, file);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (cause) {
    throw new FaultlineError(
      'output-not-written',
      `${file} cannot be written (${codeOf(cause) ?? 'EIO'}).`,
      'Name a file that you may write with --file.',
      { cause },
    );
  }
}
