import { FaultlineError } from './error.ts';

/** What a run may use at most. */
export interface Budget {
  /** HTTP requests, to whatever address, questions to a proxy included. */
  readonly requests: number;
  /** Tokens that somebody pays for. */
  readonly tokens: number;
  readonly seconds: number;
}

/** What a run may use when nobody says otherwise. */
export const defaultBudget: Budget = { requests: 16, tokens: 200, seconds: 45 };

/** What a run has used. */
export interface Spending {
  readonly requests: number;
  readonly tokens: number;
}

/** Reads `requests=5,seconds=20`; what is not named keeps its default. */
export function budgetOf(written: string | undefined, usual: Budget = defaultBudget): Budget {
  const budget = { ...usual };
  for (const part of written?.split(',') ?? []) {
    const [, name, amount] = /^\s*(requests|tokens|seconds)\s*=\s*(\d{1,7})\s*$/.exec(part) ?? [];
    if (name === 'requests' || name === 'tokens' || name === 'seconds') budget[name] = Number(amount);
    else {
      throw new FaultlineError(
        'option-invalid',
        `--budget ${written} holds ${JSON.stringify(part.trim())}, which is no budget.`,
        `Write for example --budget requests=${usual.requests},tokens=${usual.tokens},seconds=${usual.seconds}.`,
      );
    }
  }
  return budget;
}

/** Counts what is used, and refuses what would go beyond the budget. */
export interface Meter {
  /** Takes from the budget; false, and nothing taken, where it does not suffice. */
  readonly take: (amount: Partial<Spending>) => boolean;
  readonly spent: () => Spending;
}

/** A meter that starts at zero. */
export function meterOf(budget: Budget): Meter {
  let spent: Spending = { requests: 0, tokens: 0 };
  return {
    take({ requests = 0, tokens = 0 }) {
      const next = { requests: spent.requests + requests, tokens: spent.tokens + tokens };
      if (next.requests > budget.requests || next.tokens > budget.tokens) return false;
      spent = next;
      return true;
    },
    spent: () => spent,
  };
}
