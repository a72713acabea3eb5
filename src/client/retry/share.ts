import { fullBudget, type RetryBudget } from './budget.ts';
import type { Breaker } from './breaker.ts';

/** What calls share: one budget for retries, and a circuit breaker for each host and model. */
export interface RetryShare {
  budget: RetryBudget;
  readonly breakers: Map<string, Breaker>;
}

/** Makes a share of its own, for calls that must not be held back by others. */
export function createRetryShare(options: { readonly budgetTokens?: number } = {}): RetryShare {
  return { budget: fullBudget(options.budgetTokens), breakers: new Map() };
}

let ofProcess: RetryShare | undefined;

/** The share of all calls of the process that name no other. */
export function processShare(): RetryShare {
  ofProcess ??= createRetryShare();
  return ofProcess;
}
