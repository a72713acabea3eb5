import type { Platform } from '../../core/evidence.ts';

/** A request or an answer that was found in what a user gave. */
export interface Captured {
  readonly kind: 'request' | 'response' | 'stream';
  /** What tells it apart from others of the same source, such as `#3`; empty when there is one. */
  readonly label: string;
  /** The body (or the stream) as text. */
  readonly text: string;
  /** The file that the body stands in, as a command names it; `text` is empty until it was read. */
  readonly textFile?: string;
  /** Where `text` begins in the source, when it stands there as it is; absent when it was put together. */
  readonly offset?: number;
  readonly endpoint?: string;
  readonly platform?: Platform;
  /** Lower-case names; absent where none were captured. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The capture shows every header that was sent. */
  readonly headersKnown?: boolean;
  /** The tools that the request of an answer offered, for judging tool input. */
  readonly request?: unknown;
  /** What a reader should know of how it was read. */
  readonly note?: string;
}

/** What a text holds for `check`, or why it holds nothing. */
export type Capture =
  | { readonly kind: 'found'; readonly items: readonly Captured[] }
  | { readonly kind: 'none'; readonly because: string; readonly hint: string };
