import type { Problem } from '../core/problem.ts';
import type { RequestOptions } from './index.ts';
import { checkText, type TextCheckResult } from './text/body.ts';
import { editText } from './text/edit.ts';

/** What fixing a request did. */
export interface FixResult {
  /** The body's text with the fixes in it; the text that was given when nothing could be fixed. */
  readonly text: string;
  /** The fixes made, in order, each with the problem that it ends. */
  readonly applied: readonly { readonly name: string; readonly does: string; readonly problem: Problem }[];
  /** What is still to be said of the fixed request. */
  readonly result: TextCheckResult;
}

/** One fix can uncover the next problem; more rounds than this mean that two fixes undo each other. */
const mostRounds = 200;

/**
 * Applies fixes to a request body and judges the result again after each, so that what a fix uncovers is fixed or
 * told too. Fixes that cannot change meaning are always applied; the others only when `names` has theirs. Fixing the
 * result again changes nothing.
 */
export function fixText(text: string, options: RequestOptions = {}, names: readonly string[] = []): FixResult {
  const applied: { readonly name: string; readonly does: string; readonly problem: Problem }[] = [];
  let current = text;
  let result = checkText(current, options);
  for (let round = 0; round < mostRounds; round++) {
    const step = nextStep(current, result.problems, names);
    if (!step) break;
    applied.push(step.fix);
    current = step.text;
    result = checkText(current, options);
  }
  return { text: current, applied, result };
}

/** `fixText` for a parsed body; the body that was given is not changed. */
export function fixRequest(
  body: unknown,
  options: RequestOptions = {},
  names: readonly string[] = [],
): { readonly body: unknown } & Omit<FixResult, 'text'> {
  const { text, applied, result } = fixText(textOf(body), options, names);
  const fixed: unknown = JSON.parse(text);
  return { body: fixed, applied, result };
}

function textOf(body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (error) {
    throw new TypeError(unwritable, { cause: error });
  }
  if (text === undefined) throw new TypeError(unwritable);
  return text;
}

const unwritable =
  'fixRequest needs a body that can be written as JSON: without circular references, BigInt values or functions in its place.';

/** The first problem whose fix may be applied and changes something. */
function nextStep(
  text: string,
  problems: readonly Problem[],
  names: readonly string[],
):
  | { readonly text: string; readonly fix: { readonly name: string; readonly does: string; readonly problem: Problem } }
  | undefined {
  for (const problem of problems) {
    const { fix } = problem;
    if (!fix || !(fix.safe || names.includes(fix.name) || names.includes('all'))) continue;
    const edited = editText(text, fix.edits);
    if (edited !== text) return { text: edited, fix: { name: fix.name, does: fix.does, problem } };
  }
  return undefined;
}
