import { headerLines, read, textOfThrown } from '../../capture/thrown.ts';
import type { Verdict } from '../../core/verdict.ts';
import { judgeText } from '../verdict.ts';

/**
 * Explains a failure: a text, an `Error` of any SDK (with its cause chain), or a `Response`, whose body is read from a
 * clone so that the caller can still read it. The verdict holds no secret. Never throws for what it is given.
 */
export function explain(failure: Response): Promise<Verdict>;
export function explain(failure: unknown): Verdict;
export function explain(failure: unknown): Verdict | Promise<Verdict> {
  if (typeof failure === 'string') return judgeText(failure);
  if (isResponse(failure)) return explainResponse(failure);
  return judgeText(textOfThrown(failure));
}

/** A `Response` of this or any other implementation of fetch. */
function isResponse(value: unknown): value is Response {
  return (
    typeof read(value, 'status') === 'number' &&
    typeof read(value, 'clone') === 'function' &&
    typeof read(value, 'text') === 'function'
  );
}

async function explainResponse(response: Response): Promise<Verdict> {
  const body = response.bodyUsed ? '' : await bodyOf(response).catch(() => '');
  return judgeText(
    [`HTTP ${response.status} ${response.statusText}`, ...headerLines(response.headers), '', body].join('\n'),
  );
}

async function bodyOf(response: Response): Promise<string> {
  return response.clone().text();
}
