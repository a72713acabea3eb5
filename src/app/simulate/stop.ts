import { exitCodes, type ExitCode } from '../operation.ts';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/** Calls back when the process is asked to end; the result lets go. */
export function onStop(act: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of signals) process.on(signal, act);
  return () => {
    for (const signal of signals) process.off(signal, act);
  };
}

/** Waits until the process is asked to end, which is the usual end of a server. */
export async function untilStopped(): Promise<ExitCode> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    onStop(resolve);
  });
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.nothingFound;
}
