import type { Verdict } from './verdict.ts';

/** Failures of one cause in a log. */
export interface LogGroup {
  readonly cause: string;
  readonly count: number;
  /** Moments as the log writes them. */
  readonly first?: string;
  readonly last?: string;
  /** Up to three request ids. */
  readonly requestIds: readonly string[];
  /** The verdict on one of them. */
  readonly verdict: Verdict;
}

/** What a log tells of failing calls. */
export interface LogSummary {
  readonly failures: number;
  /** Failures of calls to Claude whose cause is not known. */
  readonly unknown: number;
  /** Most frequent first. */
  readonly groups: readonly LogGroup[];
  readonly first?: string;
  readonly last?: string;
  /** Failures a minute, by the start of the minute in milliseconds since 1970. */
  readonly minutes: ReadonlyMap<number, number>;
}
