import type { Failed } from '../../core/world.ts';
import { codeOf } from '../files.ts';

/** Milliseconds that have passed, by a clock that never goes back. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round((performance.now() - started) * 10) / 10;
}

/** An error of the system as an answer. */
export function failedOf(error: unknown, tookMs: number): Failed {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: codeOf(error) ?? codeIn(message), message, tookMs };
}

/** Some TLS errors name their reason in the message alone. */
function codeIn(message: string): string {
  return /\b(?:E[A-Z]{4,}|[A-Z]+(?:_[A-Z0-9]+)+)\b/.exec(message)?.[0] ?? 'UNKNOWN';
}

/** What did not come in time. */
export function lateOf(what: string, limitMs: number): Failed {
  return {
    kind: 'failed',
    code: 'ETIMEDOUT',
    message: `${what} ETIMEDOUT: no answer in ${Math.round(limitMs)} ms`,
    tookMs: limitMs,
  };
}

/**
 * Runs a contact with a limit. `begin` gets the function that ends it and gives back what undoes it (closes the
 * socket), which is called exactly once, however the contact ends.
 */
export async function within<T>(
  limitMs: number,
  what: string,
  begin: (end: (answer: T | Failed) => void, tookMs: () => number) => () => void,
): Promise<T | Failed> {
  const tookMs = stopwatch();
  return new Promise((resolve) => {
    let undo: (() => void) | undefined;
    let isOver = false;
    const end = (answer: T | Failed): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      undo?.();
      resolve(answer);
    };
    const timer = setTimeout(() => end(lateOf(what, limitMs)), Math.max(0, limitMs));
    try {
      undo = begin(end, tookMs);
      if (isOver) undo();
    } catch (error) {
      end(failedOf(error, tookMs()));
    }
  });
}
