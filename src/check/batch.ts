import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';

/** The most entries that are judged one by one; the API takes no more in one batch. */
const mostEntries = 100_000;

/** Judges each entry's `params` as a request of its own, and gives its problems their place in the batch. */
export function judgeEntries(
  body: JsonObject,
  judgeEntry: (params: JsonObject) => readonly Problem[],
): readonly Problem[] {
  if (!isArray(body.requests)) return [];
  const problems: Problem[] = [];
  for (const [index, entry] of body.requests.slice(0, mostEntries).entries()) {
    if (!isObject(entry) || !isObject(entry.params)) continue;
    for (const problem of judgeEntry(entry.params)) problems.push(inEntry(problem, index));
  }
  return problems;
}

function inEntry({ fix, keyAt, ...problem }: Problem, index: number): Problem {
  const place = ['requests', index, 'params'];
  const moved = {
    ...problem,
    path: `requests.${index}.params${problem.path === '' ? '' : `.${problem.path}`}`,
    at: [...place, ...problem.at],
    ...(keyAt === undefined ? {} : { keyAt: [...place, ...keyAt] }),
  };
  if (!fix) return moved;
  return { ...moved, fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, at: [...place, ...edit.at] })) } };
}
