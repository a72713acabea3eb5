import type { Limits } from './limits/limits.ts';

/** How a fault is chosen for calls. Conditions that are left out hold for every call. */
export interface FaultRule {
  /** The id of the fault. */
  readonly fault: string;
  /** For so many calls, and then no more. */
  readonly next?: number;
  /** Passes over so many calls first. */
  readonly after?: number;
  /** From 0 to 1. */
  readonly probability?: number;
  /** From that many milliseconds after the start. */
  readonly fromMs?: number;
  /** Until that many milliseconds after the start. */
  readonly untilMs?: number;
  /** Calls whose path begins with this. */
  readonly path?: string;
  /** Calls for this model. */
  readonly model?: string;
}

/** An incident that the status page tells of. */
export interface StatusIncident {
  readonly name: string;
  readonly impact: 'minor' | 'major' | 'critical';
  /** Names of components, or how they begin; the API alone unless said otherwise. */
  readonly components?: readonly string[];
}

/** What the simulator plays, apart from how it is reached. */
export interface Scenario {
  readonly seed?: number;
  readonly faults?: readonly FaultRule[];
  readonly limits?: Limits;
  readonly incidents?: readonly StatusIncident[];
  /** Only these credentials are accepted; any of a fitting kind unless said otherwise. */
  readonly keys?: readonly string[];
  /** What the model says, one text a call, over and over; made from the seed unless said otherwise. */
  readonly texts?: readonly string[];
  /** `structure` judges by the schema alone, and invents what it does not know, as a mock server does. */
  readonly judge?: 'full' | 'structure';
}
