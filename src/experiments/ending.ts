import { present } from '../core/present.ts';
import type { ToldFailure } from '../core/reduction.ts';

/** How a request ended in a failure; parts that the oracle does not know are absent. */
export interface Failure {
  readonly kind: 'failure';
  readonly status?: number;
  /** `error.type`. */
  readonly type?: string;
  /** `error.details.error_code`. */
  readonly code?: string;
  /** The id of the cause, with those that it refines behind it. */
  readonly causes: readonly string[];
  /** As the API writes it; empty where the failure has none. */
  readonly path?: string;
  /** The rule of the checker, finer than the cause. */
  readonly row?: string;
  /** Without the path and without secrets. */
  readonly message?: string;
  /** The code of the system, where no answer came: `ECONNRESET`. */
  readonly errno?: string;
  /** How long the answer asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** How a request ends. `unanswerable`: the oracle could not say, and nothing follows from it. */
export type Ending =
  | Failure
  | { readonly kind: 'success'; readonly saw: string }
  | {
      readonly kind: 'unanswerable';
      readonly because: string;
      /** Nothing more will be answered: the budget is used up, or the service does not answer. */
      readonly isOver?: true;
    };

/** How an ending stands to the failure under study. */
export type Likeness = 'same' | 'other' | 'success' | 'unknown';

/** Compares an ending with the failure under study. */
export function likenessTo(studied: Failure, ending: Ending): Likeness {
  if (ending.kind === 'unanswerable') return 'unknown';
  if (ending.kind === 'success') return 'success';
  return isSameFailure(studied, ending) ? 'same' : 'other';
}

/**
 * Whether two failures are the same one: status, type, code, cause, and the path up to indices that moved. What one of
 * the two does not know does not tell them apart; where neither knows a cause, the message must be the same but for
 * its numbers and what it quotes.
 */
export function isSameFailure(one: Failure, other: Failure): boolean {
  return (
    agree(one.status, other.status) &&
    agree(one.type, other.type) &&
    agree(one.code, other.code) &&
    one.errno === other.errno &&
    agree(one.row, other.row) &&
    havePathInCommon(one, other) &&
    haveCommonCause(one, other)
  );
}

function agree<T>(one: T | undefined, other: T | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** A path that is no path of the API's own, such as an unknown member with a space, is read as part of the message. */
function havePathInCommon(one: Failure, other: Failure): boolean {
  return (
    agree(shapeOfPath(one.path), shapeOfPath(other.path)) ||
    (one.path === '' && beginsWith(one.message, other.path)) ||
    (other.path === '' && beginsWith(other.message, one.path))
  );
}

function beginsWith(message: string | undefined, path: string | undefined): boolean {
  return message !== undefined && path !== undefined && message.startsWith(`${path}: `);
}

function haveCommonCause(one: Failure, other: Failure): boolean {
  if (one.causes.length > 0 && other.causes.length > 0) return one.causes.some((cause) => other.causes.includes(cause));
  return agree(shapeOfMessage(one.message), shapeOfMessage(other.message));
}

/** A path with its indices taken out: what stays when the items before a place are gone. */
export function shapeOfPath(path: string | undefined): string | undefined {
  return path?.replaceAll(/(?<=^|\.)\d+(?=\.|$)/g, '*');
}

/** A message without what differs from call to call: numbers, ids and quoted values. */
export function shapeOfMessage(message: string | undefined): string | undefined {
  return message
    ?.replaceAll(/(["'`]).*?\1/g, '…')
    .replaceAll(/\b(?:req|toolu|msg|file)_\w+/g, '…')
    .replaceAll(/\d+(?:[.,]\d+)*/g, '0');
}

/** An ending in a few words: `400 invalid_request_error, role-order at messages.0`. */
export function endingWords(ending: Ending): string {
  if (ending.kind === 'success') return ending.saw;
  if (ending.kind === 'unanswerable') return ending.because;
  const { status, type, code, causes, path, errno } = ending;
  const answer = [status, code ?? type ?? errno].filter((part) => part !== undefined).join(' ');
  const cause = causes[0] === undefined ? '' : `${answer === '' ? '' : ', '}${causes[0]}`;
  return `${answer}${cause}${path === undefined || path === '' ? '' : ` at ${path}`}`;
}

/** A failure as plain data, for outputs. */
export function failureJson(failure: Failure): ToldFailure {
  const { status, type, code, causes, path, row, message, errno } = failure;
  return present({ cause: causes[0], status, type, code, path, row, message, errno });
}
