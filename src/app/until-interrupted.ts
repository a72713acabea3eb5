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
