import { present } from '../../core/present.ts';
import type { BodyPath, Problem } from '../../core/problem.ts';

/** What a judged answer comes to. */
export interface AnswerResult {
  /** False when the answer cannot be used as it is: exactly when a problem of severity `error` was found. */
  readonly ok: boolean;
  /** Errors before warnings, each in the order of the answer. */
  readonly problems: readonly Problem[];
}

/** What is known beside an answer. */
export interface AnswerContext {
  /** The body of the request that was answered, for its tools and its output format. */
  readonly request?: unknown;
  /** The day to judge by (ISO). */
  readonly asOf?: string;
}

/** A fault of an answer, or a duty that it lays on the caller. */
export interface AnswerFault {
  readonly cause: string;
  readonly row: string;
  readonly severity?: Problem['severity'];
  readonly at?: BodyPath;
  readonly offset?: number;
  readonly message: string;
  readonly why: string;
  /** The message is the API's own. */
  readonly isQuoted?: boolean;
  /** An answer without fault may have it: it only says what comes next. */
  readonly isDuty?: boolean;
}

/** A fault of an answer in the form of all problems. */
export function answerProblem(fault: AnswerFault): Problem {
  const { cause, row, severity, at = [], offset, message, why, isQuoted, isDuty } = fault;
  return {
    cause,
    row,
    severity: isDuty ? 'warning' : (severity ?? 'error'),
    phase: isDuty ? 'advice' : 'shape',
    path: at.join('.'),
    message,
    wording: isQuoted ? 'api' : 'ours',
    at,
    why,
    ...present({ offset }),
  };
}

/** Errors first, each kind in the order in which it was found. */
export function answerResult(problems: readonly Problem[]): AnswerResult {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { ok: errors.length === 0, problems: [...errors, ...problems.filter(({ severity }) => severity !== 'error')] };
}
