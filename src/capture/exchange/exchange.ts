/** What was kept of a body: its beginning, and its end where it was longer than what is kept. */
export interface KeptBody {
  /** Bytes that passed, kept or not. */
  readonly bytes: number;
  readonly head: Uint8Array;
  /** Empty where `head` holds all. */
  readonly tail: Uint8Array;
}

/** What the steps of a call took, in milliseconds since the request came; steps of a connection that was there are absent. */
export interface ExchangeTiming {
  readonly isConnectionReused: boolean;
  readonly dnsMs?: number;
  readonly connectMs?: number;
  /** Until a proxy had opened its tunnel. */
  readonly tunnelMs?: number;
  readonly tlsMs?: number;
  /** When the last byte of the request had been passed on. */
  readonly sentMs?: number;
  /** When the answer began. */
  readonly firstByteMs?: number;
  /** When the last piece of the answer came. */
  readonly lastByteMs?: number;
  /** The longest silence inside the answer. */
  readonly longestSilenceMs?: number;
  readonly endMs: number;
}

/** How an exchange came to its end. */
export type ExchangeEnding =
  | { readonly kind: 'complete' }
  /** The caller went away before the end. */
  | { readonly kind: 'abandoned' }
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
  readonly timing: ExchangeTiming;
}
