import type { Locus, Remedy } from './cause.ts';
import type { Examination } from './examination.ts';
import type { Facts, Finding } from './verdict.ts';

/** A finding, with everything that speaks for it. */
export interface DiagnosedFinding extends Finding {
  /** Where it comes from: `error` for the text that was given, else the ids of probes. */
  readonly sources: readonly string[];
  /** What those say, in the same order. */
  readonly saw: readonly string[];
}

/** The answer to "why does this call fail": the error, the request and the world weighed together. */
export interface Diagnosis {
  readonly outcome: 'failure' | 'none' | 'unknown';
  readonly side?: Locus;
  readonly headline: string;
  /** The one thing to do next. */
  readonly next?: Remedy;
  /** The one that explains most first. */
  readonly findings: readonly DiagnosedFinding[];
  /** How the pieces fit together, each in a sentence. */
  readonly reasoning: readonly string[];
  /** What the error says, where one was given. */
  readonly facts?: Facts;
  /** What the probes found, where something was left to be asked. */
  readonly examination?: Examination;
  /** What is left open, each with the way to settle it. */
  readonly open: readonly string[];
}
