import { isArray, isObject } from '../../core/json.ts';
import type { BodyPath, Edit, Fix, Problem } from '../../core/problem.ts';
import { redact } from '../../redactors/index.ts';

/** A problem as it may be printed: what it repeats of the request holds no secret. */
export function redactedProblem(problem: Problem): Problem {
  const { path, message, at, keyAt, why, fix } = problem;
  return {
    ...problem,
    path: bare(path),
    message: bare(message),
    at: barePath(at),
    ...(keyAt === undefined ? {} : { keyAt: barePath(keyAt) }),
    ...(why === undefined ? {} : { why: bare(why) }),
    ...(fix === undefined ? {} : { fix: redactedFix(fix) }),
  };
}

function redactedFix(fix: Fix): Fix {
  return { ...fix, does: bare(fix.does), edits: fix.edits.map(redactedEdit) };
}

function redactedEdit(edit: Edit): Edit {
  const at = barePath(edit.at);
  if (edit.kind === 'remove') return { ...edit, at };
  if (edit.kind === 'rename') return { ...edit, at, to: bare(edit.to) };
  return { ...edit, at, value: bareValue(edit.value) };
}

function bare(text: string): string {
  return redact(text).text;
}

function barePath(at: BodyPath): BodyPath {
  return at.map((step) => (typeof step === 'string' ? bare(step) : step));
}

function bareValue(value: unknown): unknown {
  if (typeof value === 'string') return bare(value);
  if (isArray(value)) return value.map(bareValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [bare(name), bareValue(member)]));
}
