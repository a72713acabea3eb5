import type { Certainty, DocPage, Locus, Quote, Remedy, RetryAdvice, Settler } from './cause.ts';
import type { Platform } from './evidence.ts';

/** What the evidence itself says, each member only where it does. */
export interface Facts {
  readonly status?: number;
  readonly errorType?: string;
  readonly errorCode?: string;
  readonly message?: string;
  readonly path?: string;
  readonly requestId?: string;
  readonly model?: string;
  readonly platform?: Platform;
  readonly gateway?: string;
  readonly client?: string;
  readonly clientVersion?: string;
  /** Seconds, as `retry-after` gave them. */
  readonly retryAfterSeconds?: number;
  /** The `anthropic-ratelimit-*` and like headers. */
  readonly limits?: Readonly<Record<string, string>>;
  readonly errno?: string;
  readonly host?: string;
  readonly timestamp?: string;
  readonly stopReason?: string;
}

/** A match told for this call, as data. */
export interface Finding {
  readonly cause: string;
  readonly refines?: string;
  readonly title: string;
  readonly locus: Locus;
  readonly certainty: Certainty;
  readonly explanation: string;
  readonly because: readonly Quote[];
  readonly remedies: readonly Remedy[];
  readonly retry: RetryAdvice;
  readonly docs: DocPage;
  readonly settledBy?: readonly Settler[];
  /** Findings that follow from this one. */
  readonly consequences?: readonly Finding[];
}

/** The answer: plain data that every surface prints. */
export interface Verdict {
  /** `none`: no failure of the Claude API in the evidence; `unknown`: a failure whose cause is not known. */
  readonly outcome: 'failure' | 'none' | 'unknown';
  /** Best first. */
  readonly findings: readonly Finding[];
  readonly facts: Facts;
  /** What is missing or left open, each as a sentence that says how to get it. */
  readonly open: readonly string[];
  /** Causes whose examination crashed, with the error's message. */
  readonly crashed?: readonly { readonly cause: string; readonly error: string }[];
}
