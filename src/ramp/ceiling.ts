/** What may be used of something: as the service states it, or as a refusal taught it. */
export interface Ceiling {
  readonly limit: number;
  readonly isLearned: boolean;
  /** When it was stated or learned. */
  readonly at: number;
}

const growthEveryMs = 1_800_000;
const growth = 1.05;

/**
 * What a ceiling comes to now. One that was learned is tried again a little higher from time to time, since other users
 * of the same limits come and go: by less than what counts as going over, and for as long as a bucket that holds a
 * minute's worth takes to run empty by it, so that a refusal comes before the next rise.
 */
export function ceilingNow(ceiling: Ceiling | undefined, now: number): number {
  if (!ceiling) return Infinity;
  if (!ceiling.isLearned) return ceiling.limit;
  return ceiling.limit * growth ** Math.floor(Math.max(0, now - ceiling.at) / growthEveryMs);
}

/** A ceiling that a refusal teaches; lower than the one that was known, if any was. */
export function learned(known: Ceiling | undefined, limit: number, now: number): Ceiling {
  return { limit: Math.min(ceilingNow(known, now) / (known ? growth : 1), limit), isLearned: true, at: now };
}

/** Mean and spread of what calls use. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

/** A spread of nothing. */
export const noSpread: Spread = { count: 0, mean: 0, variance: 0 };
/** Older calls weigh less, so that a change of traffic is followed. */
const memory = 200;

/** The spread with one more value. */
export function spreadWith({ count, mean, variance }: Spread, value: number): Spread {
  const weight = 1 / Math.min(count + 1, memory);
  const distance = value - mean;
  return {
    count: count + 1,
    mean: mean + weight * distance,
    variance: (1 - weight) * (variance + weight * distance * distance),
  };
}

/** What one more call is to be reckoned with when `others` are under way, so that all together rarely use more. */
export function reserveOf({ count, mean, variance }: Spread, others: number): number {
  // The spread of a few calls is not known yet; half of the mean is a wide one.
  const deviation = count < 5 ? Math.max(Math.sqrt(variance), mean / 2) : Math.sqrt(variance);
  return mean + (2 * deviation) / Math.sqrt(others + 1);
}
