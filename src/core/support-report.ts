import type { Examination } from './examination.ts';
import type { Incident } from './incident.ts';
import type { ToldRequest } from './reduction.ts';
import type { Surroundings } from './surroundings.ts';

/** How the request of a report ended when it was asked about again. */
export interface Rerun {
  /** Who was asked: the rules, the simulator, or the API itself. */
  readonly by: 'checker' | 'simulator' | 'live call';
  /** How it ended, in a few words. */
  readonly ending: string;
  readonly message?: string;
  /** How that stands to the failure of the report. */
  readonly likeness: 'same' | 'other' | 'success' | 'unknown';
}

/** A request that can be sent again, made from the one that failed. */
export interface Reproduction {
  /** `reduced`: the smallest that still fails; `whole`: as it was sent; `structure`: with its texts replaced. */
  readonly kind: 'reduced' | 'whole' | 'structure';
  /** What is sent: no credential, and no header of the client or the connection. */
  readonly request: ToldRequest;
  readonly reruns: readonly Rerun[];
}

/** A test that the user made, in their own words. */
export interface ToldStep {
  readonly what: string;
  readonly result: string;
}

/** Everything that a report for support says: plain data, redacted. */
export interface SupportReport {
  readonly faultline: string;
  /** ISO. */
  readonly madeAt: string;
  /** How much of the bodies is in it. */
  readonly share: 'shape' | 'all';
  readonly incident: Incident;
  /** Absent where the body was not kept or is no JSON; `withoutRequest` then says why. */
  readonly reproduction?: Reproduction;
  readonly withoutRequest?: string;
  readonly examination?: Examination;
  readonly surroundings: Surroundings;
  readonly plan?: string;
  readonly tried: readonly ToldStep[];
}
