import type { Verdict } from './verdict.ts';

/** What is told of a failing call at once. */
export interface ToldFailure {
  readonly id: string;
  readonly at: string;
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly status?: number;
  readonly tookMs: number;
  /** Tries of this call so far. */
  readonly tries: number;
  readonly verdict: Verdict;
  readonly observations: readonly string[];
  /** Why it is not in the store, where it is not. */
  readonly notKept?: string;
}

/** What a recording comes to. */
export interface RecordingSummary {
  /** Requests as the caller means them, retries not counted. */
  readonly calls: number;
  readonly tries: number;
  /** Calls whose last try failed. */
  readonly failedCalls: number;
  /** Calls that failed first and went through in the end. */
  readonly recoveredCalls: number;
  readonly abandonedCalls: number;
  /** Calls that were under way when the recording ended. */
  readonly stoppedCalls: number;
  readonly retries: number;
  /** Failed tries and the waits between them. */
  readonly lostMs: number;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWritten: number;
  };
  /** Failed tries by cause, the most frequent first. */
  readonly causes: readonly { readonly cause: string; readonly title: string; readonly count: number }[];
  /** Failures that were not written to the store. */
  readonly notKept: number;
  /** Exchanges that the recorder could not look at in time; they went through as all others. */
  readonly unseen: number;
}
