import type { CallTiming } from '../../core/incident.ts';

/** What was kept of a body: its beginning, and its end where it was longer than what is kept. */
export interface KeptBody {
  /** Bytes that passed, kept or not. */
  readonly bytes: number;
  readonly head: Uint8Array;
  /** Empty where `head` holds all. */
  readonly tail: Uint8Array;
}

/** How an exchange came to its end. */
export type ExchangeEnding =
  | { readonly kind: 'complete' }
  /** The caller went away before the end. */
  | { readonly kind: 'abandoned' }
  /** The recorder stopped while the call was under way. */
  | { readonly kind: 'stopped' }
  /** The upstream broke off inside its answer. */
  | { readonly kind: 'broken'; readonly how: 'reset' | 'closed'; readonly message: string }
  /** There was no answer. */
  | { readonly kind: 'unanswered'; readonly how: 'reset' | 'closed'; readonly code?: string; readonly message: string };

/** What came back, as far as it came. */
export interface ExchangeResponse {
  readonly status: number;
  readonly statusText: string;
  /** Names and values in turn, as sent. */
  readonly headers: readonly string[];
  readonly body: KeptBody;
}

/** One HTTP try as it went over the wire, credentials and all; it is never stored in this form. */
export interface Exchange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** With the query, as sent. */
  readonly path: string;
  /** Scheme, host and base path of where it was sent. */
  readonly upstream: string;
  /** Names and values in turn, as sent. */
  readonly headers: readonly string[];
  readonly body: KeptBody;
  readonly response?: ExchangeResponse;
  readonly ending: ExchangeEnding;
  readonly timing: CallTiming;
}
