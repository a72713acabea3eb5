import type { Likeness } from '../ending.ts';

/** How a configuration ended, against the failure under study. */
export type Seen = Likeness;

/** A configuration that is to be run: the good one, with some differences as on the failing side. */
export interface Question {
  /** The differences that are as on the failing side. */
  readonly ids: ReadonlySet<string>;
  /**
   * `failing`, `good`: one of the two sides; `half`: to halve what is left; `one-changed`: the failing side
   * with one change; `alone`: what was found, by itself; `one-less`: without one of several; `reverse`: the failing side
   * without what was found; `again`: once more.
   */
  readonly why: 'failing' | 'good' | 'half' | 'one-changed' | 'alone' | 'one-less' | 'reverse' | 'again';
  /** What can still be the reason while this is asked. */
  readonly suspects: readonly string[];
}

/** A run that has ended. */
export interface Run {
  readonly ids: ReadonlySet<string>;
  readonly seen: Seen;
}

/** What a search knows. */
export interface Evidence {
  readonly runs: Run[];
  /** So many runs of a configuration must agree. */
  readonly times: 1 | 2;
  readonly isSteady: boolean;
}

/** Whether a set holds these ids and no others. */
export function isSet(set: ReadonlySet<string>, ids: readonly string[]): boolean {
  return set.size === ids.length && ids.every((id) => set.has(id));
}

/** How a configuration ended that was run before, as most of its runs did. */
export function knownEnding({ runs, times }: Evidence, ids: readonly string[]): Seen | undefined {
  const counts = new Map<Seen, number>();
  for (const run of runs) {
    if (!isSet(run.ids, ids)) continue;
    const count = (counts.get(run.seen) ?? 0) + 1;
    if (count >= times) return run.seen;
    counts.set(run.seen, count);
  }
  return undefined;
}

/** The most runs in which one difference among so many is to be found: its place halved out, and both ends seen twice. */
export function mostRuns(differences: number): number {
  return Math.floor(Math.log2(Math.max(1, differences)) + 4 + 1e-9);
}
