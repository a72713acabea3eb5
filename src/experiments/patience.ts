import { isSameFailure, type Ending, type Failure } from './ending.ts';

/** What to do with an ending: take it as an answer, or wait and ask again, or give the question up. */
export type Patience =
  | { readonly kind: 'accept' }
  | { readonly kind: 'wait'; readonly waitMs: number; readonly because: string }
  | { readonly kind: 'give-up'; readonly because: string };

/** So often one question is asked again before it is given up. */
const mostPauses = 5;
/** Where the answer does not say how long, each wait is twice the one before. */
const firstWaitMs = 2000;
const longestBackoffMs = 30_000;

/**
 * Tells failures of the service from the failure under study. A limit, an overload, a fault of the service or of the
 * connection says nothing of the request, unless it is the very failure that is studied; then the question is asked
 * again later. `leftMs` is what is left of the budget of time.
 */
export function patienceWith(ending: Ending, studied: Failure | undefined, pauses: number, leftMs: number): Patience {
  if (ending.kind !== 'failure' || !mayPass(ending)) return { kind: 'accept' };
  if (studied && mayPass(studied) && isSameFailure(studied, ending)) return { kind: 'accept' };
  const because = ending.errno ?? `${ending.status ?? ''} ${ending.type ?? ''}`.trim();
  if (pauses >= mostPauses) return { kind: 'give-up', because: `${because} after ${pauses} waits` };
  const waitMs = Math.max(ending.retryAfterMs ?? 0, ending.retryAfterMs === undefined ? backoffMs(pauses) : 0);
  return waitMs >= leftMs
    ? { kind: 'give-up', because: `${because}, and the time left is shorter than the wait of ${waitMs / 1000} s` }
    : { kind: 'wait', waitMs, because };
}

/** Whether a failure can pass by itself, so that it says nothing of the request. */
export function mayPass({ status, errno }: Failure): boolean {
  return errno !== undefined || status === 408 || status === 429 || (status !== undefined && status >= 500);
}

function backoffMs(pauses: number): number {
  return Math.min(longestBackoffMs, firstWaitMs * 2 ** pauses);
}
