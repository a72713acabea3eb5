import type { Incident, IncidentSummary } from '../core/incident.ts';

/** How much is kept. */
export interface StoreBounds {
  readonly mostBytes: number;
  readonly mostAgeMs: number;
}

/** Which incidents are wanted. */
export interface IncidentQuery {
  readonly cause?: string;
  readonly limit?: number;
}

/** Where incidents are kept. Whole records go in and come out; nobody changes one. */
export interface IncidentStore {
  /** As a person would look for it. */
  readonly place: string;
  /**
   * Keeps an incident whole or not at all, and lets go of what is beyond the bounds; its age counts from `now` on, not
   * from when the call was. `record` is its JSON.
   */
  readonly add: (incident: Incident, record: string, now: number) => Promise<void>;
  readonly get: (id: string) => Promise<Incident | undefined>;
  /** The newest first. */
  readonly list: (query?: IncidentQuery) => Promise<readonly IncidentSummary[]>;
  /** Says how many there were. */
  readonly remove: (ids: readonly string[]) => Promise<number>;
  /** Lets go of what is beyond the bounds, and says how many that were. */
  readonly prune: (bounds: StoreBounds, now: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** 200 MB and 30 days. */
export const usualBounds: StoreBounds = { mostBytes: 200e6, mostAgeMs: 30 * 86_400_000 };
