import { errorCodesSource } from './error-codes.ts';
import { errors } from './pages.ts';

/** A table of facts, and the day on which it was last compared with its sources. */
export interface CheckedFacts {
  readonly what: string;
  /** ISO date. */
  readonly checkedOn: string;
}

/** The tables that decide what is said of a request, each with its day. A fact that changed since then is not known here. */
export const checkedFacts: readonly CheckedFacts[] = [
  { what: 'models and their dates', checkedOn: '2026-11-23' },
  { what: 'beta values', checkedOn: '2026-11-24' },
  { what: 'error codes', checkedOn: errorCodesSource.checkedOn },
  { what: 'official pages', checkedOn: errors.checkedOn },
];
