import type { Verdict } from './verdict.ts';

/** A body as an incident keeps it: as text, without secrets. */
export interface IncidentBody {
  /** Bytes on the wire. */
  readonly bytes: number;
  /** Absent where bodies are not kept, or where it is no text. */
  readonly text?: string;
  /** Only the beginning, or beginning and end, were kept. */
  readonly isCut?: boolean;
}

/** Header names as sent, and values without secrets. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What can be told of a request without telling what it says. */
export interface RequestShape {
  readonly model?: string;
  readonly isStreaming?: boolean;
  readonly maxTokens?: number;
  readonly messages?: number;
  /** Block types and how many of each there are. */
  readonly blocks?: Readonly<Record<string, number>>;
  readonly tools?: number;
  readonly hasSystem?: boolean;
  /** `thinking.type`. */
  readonly thinking?: string;
  readonly members?: readonly string[];
}

/** The library and the machine that sent a request, as its own headers tell. */
export interface CallerFingerprint {
  readonly client?: string;
  readonly version?: string;
  readonly language?: string;
  readonly runtime?: string;
  readonly runtimeVersion?: string;
  readonly system?: string;
  readonly architecture?: string;
  /** Where the answer came from, as a header or a host name tells. */
  readonly region?: string;
}

/** What the steps of a call took, in milliseconds since it began; steps of a connection that was there are absent. */
export interface CallTiming {
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

/** One earlier try of the same call. */
export interface IncidentAttempt {
  readonly at: string;
  /** As the client counts its retries, where it says so. */
  readonly retry?: number;
  readonly status?: number;
  readonly requestId?: string;
  /** Between the end of the try before and the beginning of this one. */
  readonly waitedMs?: number;
  readonly tookMs: number;
}

/** A failing call: what was sent and what came back, redacted, with its verdict. One record; never changed. */
export interface Incident {
  /** `inc_` and letters that sort by time. */
  readonly id: string;
  /** ISO. */
  readonly at: string;
  /** Equal for failures of the same cause in requests of the same kind. */
  readonly group: string;
  readonly verdict: Verdict;
  readonly request: {
    readonly method: string;
    /** With the query. */
    readonly path: string;
    readonly headers: HeaderList;
    readonly body: IncidentBody;
    readonly shape: RequestShape;
  };
  /** Scheme, host and base path. */
  readonly upstream: string;
  readonly response?: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: HeaderList;
    readonly body: IncidentBody;
  };
  /** How it ended, where not with a whole answer. */
  readonly ending?: string;
  readonly timing: CallTiming;
  /** Every try of this call so far, this one last. */
  readonly attempts: readonly IncidentAttempt[];
  readonly caller: CallerFingerprint;
  /** What the calls before tell of this one, as sentences. */
  readonly observations: readonly string[];
}

/** What a list shows of an incident. */
export interface IncidentSummary {
  readonly id: string;
  readonly at: string;
  readonly group: string;
  readonly title: string;
  readonly cause: string;
  readonly status?: number;
  readonly model?: string;
  /** Of its record. */
  readonly bytes: number;
}
