import type { JsonObject } from './json.ts';

/** How many of one kind of part there were before, and are left. */
export interface PartCount {
  readonly part:
    | 'bytes'
    | 'headers'
    | 'beta values'
    | 'members'
    | 'messages'
    | 'blocks'
    | 'tools'
    | 'characters of text';
  readonly before: number;
  readonly after: number;
}

/** A failure as plain data; what is not known of it is absent. */
export interface ToldFailure {
  readonly cause?: string;
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly path?: string;
  /** The rule of the checker. */
  readonly row?: string;
  readonly message?: string;
  /** The code of the system, where no answer came. */
  readonly errno?: string;
}

/** A request as it is given away: no credential, and its body parsed where it can be. */
export interface ToldRequest {
  readonly endpoint: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /** The body, where it is no JSON object. */
  readonly text?: string;
}

/** What an oracle said of a request. */
export interface ToldAnswer {
  readonly oracle: string;
  readonly said: string;
}

/** What came of reducing a request: plain data that every surface prints. */
export interface ReductionReport {
  /** `not-reproduced`: no oracle that may be asked shows the failure, so nothing was taken out. */
  readonly outcome: 'reduced' | 'not-reproduced';
  /** Where the request came from. */
  readonly source: string;
  /** Of the request as it was given. */
  readonly failure?: ToldFailure;
  /** Of what is left, in the words for that. */
  readonly failureLeft?: ToldFailure;
  /** What the oracles said of the request as it was given, the cheapest first. */
  readonly tried: readonly ToldAnswer[];
  /** The oracle that did the work. */
  readonly oracle?: string;
  readonly request?: ToldRequest;
  readonly parts: readonly PartCount[];
  /** What is gone, named. */
  readonly gone: readonly string[];
  /** Nothing more can be taken out alone. */
  readonly isMinimal: boolean;
  /** Why the work ended before that. */
  readonly endedEarly?: string;
  /** The dearest oracle that may be asked, and what it said of the result. */
  readonly confirmed?: ToldAnswer & { readonly isSame: boolean; readonly runs: number };
  readonly probes: number;
  readonly screened: number;
  readonly spent: {
    readonly requests: number;
    readonly tokens: number;
    readonly seconds: number;
    readonly pauses: number;
    readonly asked: Readonly<Record<string, number>>;
  };
  /** Values that were taken out of the result because they are secrets; it may fail differently without them. */
  readonly redactions: number;
}
