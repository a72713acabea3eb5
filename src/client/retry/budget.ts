/**
 * What the retries of a process may cost together, so that an outage is not multiplied. The numbers are those of the
 * standard retry mode of the AWS SDKs: calls that go well fill the bucket, and time alone does not.
 */
export interface RetryBudget {
  readonly tokens: number;
  readonly capacity: number;
}

const costs = { retry: 5, timeout: 10 } as const;
const refill = 1;

/** A bucket that is full. */
export function fullBudget(capacity = 500): RetryBudget {
  return { tokens: capacity, capacity };
}

/** What a retry costs: one after a time limit ran out costs more, since it keeps a connection for long. */
export function costOf({ isTimeout }: { readonly isTimeout: boolean }): number {
  return isTimeout ? costs.timeout : costs.retry;
}

/** The bucket after a retry was paid; undefined when it holds too little. */
export function spend(budget: RetryBudget, cost: number): RetryBudget | undefined {
  return budget.tokens < cost ? undefined : { ...budget, tokens: budget.tokens - cost };
}

/** The bucket after a call went well: its last retry is paid back, and a call without one adds a little. */
export function earn(budget: RetryBudget, lastCost: number | undefined): RetryBudget {
  return { ...budget, tokens: Math.min(budget.capacity, budget.tokens + (lastCost ?? refill)) };
}
