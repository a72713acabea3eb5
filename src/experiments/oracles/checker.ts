import { checkText } from '../../check/text/body.ts';
import type { Problem } from '../../core/problem.ts';
import { errorOf } from '../../simulator/judge.ts';
import type { Failure } from '../ending.ts';
import { usesNothing, type Oracle } from '../oracle.ts';
import type { Environment, StudiedRequest } from '../request.ts';

/** The rules of `faultline check`: free, at once, and the same every time. */
export const checker: Oracle = {
  name: 'checker',
  cost: 'free',
  isSteady: true,
  uses: () => usesNothing,
  ask: async (request, environment) => {
    const problem = firstProblem(request, environment);
    return problem ? failureOf(problem) : { kind: 'success', saw: 'no rule is broken' };
  },
};

/** The error that the API would report: the first one alone. */
export function firstProblem(request: StudiedRequest, { platform, day }: Environment): Problem | undefined {
  const { endpoint, headers, areHeadersKnown, text } = request;
  const { problems } = checkText(text, { endpoint, platform, headers, headersKnown: areHeadersKnown, asOf: day });
  return problems.find(({ severity }) => severity === 'error');
}

function failureOf(problem: Problem): Failure {
  const { cause, row, path, message } = problem;
  const { status, type, code } = errorOf(problem);
  return {
    kind: 'failure',
    status,
    type,
    causes: [cause],
    path,
    row,
    message,
    ...(code === undefined ? {} : { code }),
  };
}
