import type { Spending } from '../core/budget.ts';
import type { Ending } from './ending.ts';
import type { Environment, StudiedRequest } from './request.ts';

/** What asking an oracle costs, cheapest first. */
export const oracleCosts = ['free', 'command', 'free-call', 'paid-call'] as const;

/** One of `oracleCosts`: nothing; a command of the user; a call that nobody pays for; a call that somebody pays for. */
export type OracleCost = (typeof oracleCosts)[number];

/** Says how a request would end in an environment. */
export interface Oracle {
  readonly name: 'checker' | 'simulator' | 'command' | 'count_tokens' | 'live call';
  readonly cost: OracleCost;
  /** The same question always has the same answer, so that asking once is enough. */
  readonly isSteady: boolean;
  /** What one question can use at most. */
  readonly uses: (request: StudiedRequest, environment: Environment) => Spending;
  readonly ask: (request: StudiedRequest, environment: Environment) => Promise<Ending>;
}

/** Costs nothing: what oracles use that ask nobody. */
export const usesNothing: Spending = { requests: 0, tokens: 0 };

/** Oracles from the cheapest to the dearest, those of one cost in the given order. */
export function cheapestFirst(oracles: readonly Oracle[]): readonly Oracle[] {
  return oracles.toSorted((one, other) => oracleCosts.indexOf(one.cost) - oracleCosts.indexOf(other.cost));
}
