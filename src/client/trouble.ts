/** Told where a listener of the program fails: that must never fail the call that it listens to. */
export type Trouble = (message: string, error: unknown) => void;

/** Tells it as a warning of the process, which a program can see and which ends nothing. */
export const warnProcess: Trouble = (message, error) => {
  process.emitWarning(message, { type: 'FaultlineWarning', detail: error instanceof Error ? String(error.stack) : '' });
};

/** Calls a listener; what it throws, now or later, is told and goes no further. */
export function call<A extends readonly unknown[]>(
  listener: ((...args: A) => unknown) | undefined,
  name: string,
  trouble: Trouble,
  ...args: A
): void {
  if (!listener) return;
  try {
    const result = listener(...args);
    if (result instanceof Promise) result.catch((error: unknown) => trouble(`faultline: ${name} rejected`, error));
  } catch (error) {
    trouble(`faultline: ${name} threw`, error);
  }
}
