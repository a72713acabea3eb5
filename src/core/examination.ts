import type { Locus } from './cause.ts';
import type { Platform } from './evidence.ts';
import type { Cost, Note } from './probe.ts';
import type { Finding } from './verdict.ts';

/**
 * How a probe ended, for the reader: `noted` found something that does not make calls fail; `needless` asks what does
 * not arise here.
 */
export type Mark = 'fine' | 'finding' | 'noted' | 'unanswerable' | 'skipped' | 'needless' | 'not-run';

/** One probe, and what came of it. */
export interface ProbeReport {
  readonly id: string;
  readonly asks: string;
  readonly cost: Cost;
  readonly mark: Mark;
  /** What was seen, or why nothing was. */
  readonly said: string;
  readonly tookMs?: number;
  readonly notes: readonly Note[];
  /** Causes that it found. */
  readonly causes: readonly string[];
  /** Causes that it ruled out. */
  readonly ruledOut: readonly string[];
}

/** A finding, with the probe that made it and what that saw. */
export interface ExaminedFinding extends Finding {
  readonly probe: string;
  readonly saw: string;
  /** Calls fail because of it; otherwise it is only worth knowing. */
  readonly isDecisive: boolean;
}

/** A cause that a probe ruled out. */
export interface RuledOut {
  readonly cause: string;
  readonly title: string;
  readonly probe: string;
}

/** What a live examination found: plain data that every surface prints. */
export interface Examination {
  /** `none`: nothing found that makes calls fail; `unknown`: something fails and no cause is known, or too little was tested. */
  readonly outcome: 'failure' | 'none' | 'unknown';
  /** On whose side the fault lies. */
  readonly side?: Locus;
  /** The answer in one sentence. */
  readonly headline: string;
  /** What follows from several probes together. */
  readonly conclusions: readonly string[];
  /** What makes calls fail first, then the surest. */
  readonly findings: readonly ExaminedFinding[];
  /** Failures that no cause explains. */
  readonly unexplained: readonly string[];
  readonly probes: readonly ProbeReport[];
  readonly ruledOut: readonly RuledOut[];
  readonly notTested: readonly { readonly probe: string; readonly asks: string; readonly because: string }[];
  readonly target: {
    readonly baseUrl: string;
    readonly platform: Platform;
    readonly proxy?: string;
    readonly model?: string;
    /** The variable that holds it. */
    readonly credential?: string;
  };
  readonly organizationId?: string;
  readonly inputTokens?: number;
  readonly spent: { readonly requests: number; readonly tokens: number; readonly seconds: number };
  readonly budget: { readonly requests: number; readonly tokens: number; readonly seconds: number };
}
