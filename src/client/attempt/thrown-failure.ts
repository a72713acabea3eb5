import { read } from '../../capture/thrown.ts';
import type { FailedAttempt } from './failed-attempt.ts';
import { judgeFailure } from './judge.ts';

/** Judges whatever a program's call threw, with the headers that it carries. */
export function thrownFailure(
  thrown: unknown,
  seen: Pick<FailedAttempt, 'attempt' | 'hasOutput' | 'timing'>,
): { readonly failure: FailedAttempt; readonly headers: Headers } {
  const status = read(thrown, 'status') ?? read(thrown, 'statusCode');
  const headers = headersOf(read(thrown, 'headers') ?? read(thrown, 'responseHeaders'));
  const failure = judgeFailure({
    ...seen,
    request: { url: '', headers: new Headers() },
    thrown,
    ...(typeof status === 'number'
      ? { ending: 'refused', response: { status, statusText: '', headers } }
      : { ending: 'unanswered' }),
  });
  return { failure, headers };
}

/** Headers of whatever kind an error carries. */
function headersOf(value: unknown): Headers {
  if (value instanceof Headers) return value;
  const headers = new Headers();
  if (typeof value !== 'object' || value === null) return headers;
  for (const [name, content] of Object.entries(value)) if (typeof content === 'string') headers.set(name, content);
  return headers;
}
