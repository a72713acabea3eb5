import type { Verdict } from '../../core/verdict.ts';
import type { CallingClient, CallShape } from './call-shape.ts';

/** When an attempt began and how long it took. */
export interface AttemptTiming {
  /** ISO, UTC. */
  readonly startedAt: string;
  /** Until the headers of an answer were there. */
  readonly headersMs?: number;
  /** Until it was known that the attempt had failed. */
  readonly failedMs: number;
}

/** An attempt that failed, judged and redacted: plain data that may be logged and stored. */
export interface FailedAttempt {
  readonly verdict: Verdict;
  /** Of its call, from 1. */
  readonly attempt: number;
  /**
   * `refused`: the answer has an error status; `unanswered`: there was no answer; `broken`: an answer began well and
   * then carried an error, was cut, or was none of the API's.
   */
  readonly ending: 'refused' | 'unanswered' | 'broken';
  /** The caller's time limit ran out. */
  readonly isTimeout: boolean;
  /** Something that the model wrote had come before it failed. */
  readonly hasOutput: boolean;
  readonly status?: number;
  readonly requestId?: string;
  readonly request: CallShape;
  readonly client: CallingClient;
  readonly timing: AttemptTiming;
  /** How long the answer's headers ask to wait. */
  readonly retryAfterMs?: number;
  /** What `x-should-retry` says. */
  readonly shouldRetry?: boolean;
  /** What came back, or what was thrown: the text that was judged, without secrets and without what the model wrote. */
  readonly answer: string;
}
