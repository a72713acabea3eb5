import { accessSync, constants, copyFileSync, existsSync, writeFileSync } from 'node:fs';
import type { Captured } from '../../capture/request/captured.ts';
import type { RequestOptions } from '../../check/index.ts';
import { fixText, type FixResult } from '../../check/fix.ts';
import { FaultlineError } from '../../core/error.ts';
import { hang } from '../../report/layout.ts';
import { lineDiff } from '../../report/line-diff.ts';
import { visible } from '../../report/visible.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { codeOf } from '../files.ts';
import { optionsFor } from './judge.ts';
import { mask, redact } from '../../redactors/index.ts';
import type { CheckSource } from './sources.ts';

/** A source with every fix in it, and what was done. */
export interface Fixing {
  readonly source: CheckSource;
  readonly text: string;
  readonly steps: readonly FixResult[];
}

/** Fixes every request of a source that stands in it as it is; from the last to the first, so that offsets hold. */
export function fixSource(
  source: CheckSource,
  captures: readonly Captured[],
  given: RequestOptions,
  names: readonly string[],
): Fixing {
  let { text } = source;
  const steps: FixResult[] = [];
  for (const captured of captures.toReversed()) {
    if (captured.kind !== 'request' || captured.offset === undefined) continue;
    const step = fixText(captured.text, optionsFor(captured, given), names);
    steps.unshift(step);
    text = text.slice(0, captured.offset) + step.text + text.slice(captured.offset + captured.text.length);
  }
  return { source, text, steps };
}

/** The error for a source of which nothing can be fixed where it stands. */
export function notFixable(name: string): FaultlineError {
  return new FaultlineError(
    'not-fixable',
    `${name} holds no request as JSON text that could be fixed in place.`,
    'Save the request body as JSON and fix that file.',
  );
}

/**
 * Writes the fixed text, and keeps the original beside it; an original kept before is never overwritten. The file is
 * written in place, so that it keeps its permissions and stays what a link points at.
 */
export function writeFixed({ source, text }: Fixing): string | undefined {
  const { path } = source;
  if (path === undefined || text === source.text) return undefined;
  let kept = `${path}.orig`;
  for (let number = 2; existsSync(kept); number++) kept = `${path}.orig${number}`;
  try {
    accessSync(path, constants.W_OK);
    copyFileSync(path, kept, constants.COPYFILE_EXCL);
    writeFileSync(path, text);
  } catch (error) {
    throw unwritable(source.name, error);
  }
  return kept;
}

function unwritable(name: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new FaultlineError(
    'output-unwritable',
    `The fixed request cannot be written to ${name}: ${code}.`,
    'Make the file and its folder writable, or pipe the request: `faultline check --fix < request.json > fixed.json`.',
    { cause: error },
  );
}

/** What was fixed, with the difference. */
export function fixingText({ source, text, steps }: Fixing, { paint, width }: TextStyle): string {
  const applied = steps.flatMap((step) => step.applied);
  if (applied.length === 0) return `${source.name}: no fix applies.\n`;
  return `${[
    paint.strong(`${source.name}: ${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'}`),
    ...applied.flatMap(({ name, does, problem }) =>
      hang(`  ${name.padEnd(12)} `, `${visible(redact(does).text)} (${problem.cause})`, width),
    ),
    '',
    ...lineDiff(mask(source.text), mask(text), paint),
    '',
  ].join('\n')}\n`;
}
