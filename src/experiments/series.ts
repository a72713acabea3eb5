import type { Failure, Likeness } from './ending.ts';
import { likenessTo } from './ending.ts';
import type { Oracle } from './oracle.ts';
import type { Environment, StudiedRequest } from './request.ts';
import type { Session } from './session.ts';

/**
 * When runs of one question are enough: as soon as one likeness is `lead` runs ahead of each other one. It is Wald's
 * sequential test: where each run is wrong with probability p, a lead of n is wrong with (p / (1 - p))^n, which for
 * runs that are wrong one time in ten is 1.2 % at a lead of 2, and 0.14 % at a lead of 3.
 */
export interface SeriesRule {
  readonly lead: number;
  /** After so many runs without a lead nothing is concluded. */
  readonly most: number;
}

/** For oracles that have not been seen to waver: one run decides. */
export const oneRun: SeriesRule = { lead: 1, most: 3 };
/** For oracles that were seen to waver, and for what is concluded at the end. */
export const leadOfThree: SeriesRule = { lead: 3, most: 15 };

/** What the runs so far came to; `undefined` where another run is needed, `unknown` where none will decide. */
export function judgeSeries(runs: readonly Likeness[], { lead, most }: SeriesRule): Likeness | undefined {
  const counts = (['same', 'other', 'success'] as const)
    .map((likeness) => ({ likeness, count: runs.filter((one) => one === likeness).length }))
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = counts;
  if (first && first.count - (second?.count ?? 0) >= lead) return first.likeness;
  return runs.length >= most || runs.filter((one) => one === 'unknown').length >= 2 ? 'unknown' : undefined;
}

/** Runs one question until the rule is content; a steady oracle is asked once. */
export async function runSeries(
  session: Session,
  oracle: Oracle,
  request: StudiedRequest,
  environment: Environment,
  studied: Failure,
  rule: SeriesRule,
): Promise<{ readonly likeness: Likeness; readonly runs: readonly Likeness[] }> {
  const runs: Likeness[] = [];
  for (;;) {
    runs.push(likenessTo(studied, await session.ask(oracle, request, environment)));
    const likeness = judgeSeries(runs, oracle.isSteady ? oneRun : rule);
    if (likeness !== undefined) return { likeness, runs };
  }
}
