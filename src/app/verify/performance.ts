import type { ScenarioId } from './scenarios.ts';
import type { Try } from './stage.ts';

/** Where something was written or answered. */
export type Place = 'standard output' | 'standard error' | 'the answer';

/** A text that the users of the application see. */
export interface Shown {
  readonly where: Place;
  readonly text: string;
}

/** How a scenario came to its end. */
export type PerformanceEnding =
  /** The program, or the command that triggered the call, ended by itself. */
  | { readonly kind: 'exited'; readonly code: number }
  /** The server answered. */
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'signaled'; readonly signal: string }
  /** The server that was to answer has ended. */
  | { readonly kind: 'server-gone'; readonly how: string }
  /** It had not ended at the time limit. */
  | { readonly kind: 'time-limit' }
  /** It was ended because it went on trying beyond its limit. */
  | { readonly kind: 'beyond-limit' }
  /** The server did not answer, and is still there. */
  | { readonly kind: 'unanswered'; readonly because: string }
  /** It could not be started. */
  | { readonly kind: 'not-played'; readonly because: string };

/** What the log of the application holds of a scenario. */
export type LogSeen =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-named' };

/** One scenario as the application played it. */
export interface Performance {
  readonly scenario: ScenarioId;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly tookMs: number;
  readonly ending: PerformanceEnding;
  readonly tries: readonly Try[];
  readonly shown: readonly Shown[];
  /** What the program wrote to both outputs, shown or not: where a crash leaves its mark. */
  readonly output: string;
  readonly log: LogSeen;
}

/** What was given by the user to judge by. */
export interface Demands {
  /** The most retries of one call. */
  readonly retries: number;
  readonly limitMs: number;
  /** The credentials that must turn up nowhere. */
  readonly credentials: readonly string[];
  /** The address that the application called, which its users must not see. */
  readonly address: string;
}
