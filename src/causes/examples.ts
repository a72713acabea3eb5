import type { Facts } from '../core/verdict.ts';

/** A report that is the cause. */
export interface MatchingExample {
  readonly text: string;
  /** Facts that must be read from it. */
  readonly facts?: Partial<Facts>;
  /** `proven` unless said otherwise. */
  readonly certainty?: 'proven' | 'likely' | 'possible';
}

/** A report that looks alike and is something else. */
export interface SparedExample {
  readonly text: string;
  /** What it is: another cause, `none` for no failure of the Claude API, or `unknown`. */
  readonly cause: string;
}

/** The examples of one cause: its tests and its page. */
export interface CauseExamples {
  readonly matches: readonly MatchingExample[];
  readonly spares: readonly SparedExample[];
}
