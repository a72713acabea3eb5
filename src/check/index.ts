import { rules } from '../causes/rules.ts';
import { isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import type { TokenBudget } from '../core/view.ts';
import { judgeEntries } from './batch.ts';
import { tokenBudget } from './budget.ts';
import { judge } from './judge.ts';
import { viewRequest } from './view.ts';
import type { RequestOptions } from './view.ts';

export type { BodyPath, Edit, Fix, Phase, Problem } from '../core/problem.ts';
export type { Cut, PartEstimate, TokenBudget, TokenEstimate, TokenRange } from '../core/view.ts';
export type { RequestOptions } from './view.ts';

/** What `checkRequest` answers. */
export interface CheckResult {
  /** False when the API would refuse the request: exactly when a problem of severity `error` was found. */
  readonly ok: boolean;
  /** Errors before warnings, each in the order in which the API would report them. */
  readonly problems: readonly Problem[];
}

/** Judges a request body before it is sent, in the API's own words. */
export function checkRequest(body: unknown, options: RequestOptions = {}): CheckResult {
  if (!isObject(body)) return resultOf([notAnObject(body, options.rawText !== undefined)]);
  const view = viewRequest(body, options);
  const problems = judge(view, rules);
  if (view.kind !== 'batch') return resultOf(problems);
  const entryOptions = { ...options, endpoint: '/v1/messages' };
  const judgeEntry = (params: JsonObject): readonly Problem[] => judge(viewRequest(params, entryOptions, true), rules);
  const all = [...problems, ...judgeEntries(body, judgeEntry)];
  return resultOf(all.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning')));
}

/** Estimates where the tokens of a request sit; undefined for a body that is no object. */
export function estimateRequest(body: unknown, options: RequestOptions = {}): TokenBudget | undefined {
  return isObject(body) ? tokenBudget(viewRequest(body, options)) : undefined;
}

function resultOf(problems: readonly Problem[]): CheckResult {
  return { ok: problems.every(({ severity }) => severity === 'warning'), problems };
}

function notAnObject(body: unknown, isParsed: boolean): Problem {
  const found = body === null ? 'null' : Array.isArray(body) ? 'an array' : `a ${typeof body}`;
  return {
    cause: 'field-invalid',
    row: 'body-not-object',
    severity: 'error',
    phase: 'schema',
    path: '',
    message: 'Input does not match the expected shape.',
    wording: 'api',
    at: [],
    why: `The body of a request is one JSON object; this one is ${found}.${
      typeof body === 'string' && !isParsed ? ' `checkText` judges a body that is still JSON text.' : ''
    }`,
  };
}
