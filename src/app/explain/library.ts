import type { Verdict } from '../../core/verdict.ts';
import { textOfThrown } from '../from-thrown.ts';
import { judgeText } from '../verdict.ts';

/**
 * Explains a failure: a text, an `Error` of any SDK (with its cause chain), or a `Response`, whose body is read from a
 * clone so that the caller can still read it. The verdict holds no secret. Never throws for what it is given.
 */
export function explain(failure: Response): Promise<Verdict>;
export function explain(failure: unknown): Verdict;
export function explain(failure: unknown): Verdict | Promise<Verdict> {
  if (typeof failure === 'string') return judgeText(failure);
  if (typeof Response !== 'undefined' && failure instanceof Response) return explainResponse(failure);
  return judgeText(textOfThrown(failure));
}

async function explainResponse(response: Response): Promise<Verdict> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const body = response.bodyUsed
    ? ''
    : await response
        .clone()
        .text()
        .catch(() => '');
  return judgeText(`HTTP ${response.status} ${response.statusText}\n${headers}\n\n${body}`);
}
