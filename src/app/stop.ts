import { exitCodes, type ExitCode } from './operation.ts';

/** Closing the terminal is one of them: what was seen until then is to be kept. */
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm and shells pass a signal on that the terminal has sent already; that is no second wish to end. */
const sameWishMs = 500;

/** Waits until the process is asked to end, which is the usual end of a server. Asked again, it ends at once. */
export async function untilStopped(): Promise<ExitCode> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    let isAsked = false;
    const ask = (asked: NodeJS.Signals): void => {
      resolve(asked);
      if (isAsked) return;
      isAsked = true;
      setTimeout(() => {
        for (const one of signals) process.off(one, ask);
      }, sameWishMs).unref();
    };
    for (const one of signals) process.on(one, ask);
  });
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.nothingFound;
}

/** Waits for work, and tells of it once when it takes longer than so many milliseconds. */
export async function toldWhenLate<T>(work: Promise<T>, ms: number, tell: () => void): Promise<T> {
  const timer = setTimeout(tell, ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
