import { withoutCustomSecrets } from '../../capture/output-redaction.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { RetryDecision } from '../retry/policy.ts';
import { loadActiveSpan, markSpan } from './active-span.ts';
import { logLine, type LogLine } from './log-line.ts';

export type { LogLine } from './log-line.ts';

/** Where lines go. */
export interface LoggerOptions {
  /** Takes each line; one line of JSON on standard error unless said. */
  readonly write?: (line: LogLine) => unknown;
  /** Whether the active span of OpenTelemetry is marked too; where the program has `@opentelemetry/api`, it is. */
  readonly spans?: boolean;
  /** What else is to be taken out of lines and spans: words in any case, and patterns. */
  readonly redact?: CustomSecrets;
}

/** A listener that logs. */
export interface FailureLogger {
  /** For `onFailure`. */
  readonly onFailure: (failure: FailedAttempt) => unknown;
  /** For `onDecision`: the same line, with what was decided. */
  readonly onDecision: (decision: RetryDecision, failure: FailedAttempt | undefined) => unknown;
}

/**
 * Logs one line for each attempt that fails, without a secret and without content. Spread it into the options of `retry`
 * or `capture`: of `retry` the lines also say what was decided.
 */
export function logger(options: LoggerOptions = {}): FailureLogger {
  const { write = toStandardError, spans = true, redact } = options;
  const clean = withoutCustomSecrets(redact);
  // Loaded ahead, so that the span that is active at a failure can be asked for at once.
  const loading = spans ? loadActiveSpan() : undefined;
  const log = async (failed: FailedAttempt, decided?: RetryDecision): Promise<void> => {
    const failure = clean(failed);
    const decision = clean(decided);
    write(logLine(failure, decision));
    const span = (await loading)?.();
    if (span) markSpan(span, failure, decision);
  };
  return {
    onFailure: (failure) => log(failure),
    onDecision: (decision, failure) => (failure ? log(failure, decision) : undefined),
  };
}

function toStandardError(line: LogLine): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
