import { checkRequest } from '../../check/index.ts';
import { defineProbe, type ProbeFinding, type Target } from '../../core/probe.ts';
import type { Problem } from '../../core/problem.ts';
import { present } from '../../core/present.ts';

/** Further problems are shown by `faultline check`. */
const mostTold = 3;

/** Judges the failing request as the API would, without sending it. */
export const requestCheck = defineProbe({
  id: 'request-check',
  asks: 'Would the API accept the request, as far as that can be judged here?',
  cost: 'nothing',
  limitMs: 5000,
  rulesOut: ['field-missing', 'field-unknown', 'field-invalid', 'tool-result-missing', 'role-order', 'content-empty'],
  appliesTo: ({ request }) => request !== undefined,
  async run({ target }) {
    const { request } = target;
    if (!request) return { kind: 'skipped', because: 'No request was given.', isNeedless: true };
    const result = checkRequest(request.body, {
      asOf: new Date(target.failedAt).toISOString().slice(0, 10),
      headers: request.headers,
      ...present({ platform: target.platform === 'gateway' ? undefined : target.platform }),
    });
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    const notes = result.problems
      .filter(({ severity }) => severity === 'warning')
      .slice(0, mostTold)
      .map((problem) => ({ text: sentenceOf(problem) }));
    if (errors.length === 0) return { kind: 'fine', saw: 'The request breaks no rule that is known.', notes };
    return { kind: 'finding', findings: errors.slice(0, mostTold).map((one) => findingOf(one, target)), notes };
  },
});

function sentenceOf({ path, message, why }: Problem): string {
  const said = `${path === '' ? '' : `${path}: `}${message}`;
  return `${said}${/[.!?]$/.test(said) ? '' : '.'}${why === undefined ? '' : ` ${why}`}`;
}

function findingOf(problem: Problem, { model }: Target): ProbeFinding {
  const { cause, wording, fix } = problem;
  return {
    cause,
    certainty: wording === 'api' ? 'proven' : 'likely',
    saw: `The API would refuse the request: ${sentenceOf(problem)}`,
    text: `HTTP 400 {"type":"error","error":{"type":"invalid_request_error","message":${JSON.stringify(`${problem.path === '' ? '' : `${problem.path}: `}${problem.message}`)}}}`,
    evidence: { subject: 'claude', ...present({ model }) },
    ...(fix
      ? { remedies: [{ action: fix.does, run: `faultline check REQUEST --fix${fix.safe ? '' : `=${fix.name}`}` }] }
      : {}),
    isDecisive: true,
  };
}
