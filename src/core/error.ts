/** What Faultline throws on purpose: a stable code to match on, and a hint that says what to do. */
export class FaultlineError extends Error {
  override readonly name = 'FaultlineError';
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

/** Whether an error is one of ours; each file of the built program has its own copy of the class, so the name tells. */
export function isFaultlineError(error: unknown): error is FaultlineError {
  return error instanceof Error && error.name === 'FaultlineError';
}
