import { exitCodes } from './operation.ts';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Does work that a signal ends in good order: the first one aborts it and is waited for, the second ends the process at
 * once. `isInterrupted` says afterwards whether there was one.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T; readonly isInterrupted: boolean }> {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(exitCodes.interrupted);
    stopping.abort();
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    const result = await work(stopping.signal);
    return { result, isInterrupted: stopping.signal.aborted };
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** What comes of a piece of work, or nothing as soon as it is called off; what it still does then is of no interest. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([work, aborted]);
}
