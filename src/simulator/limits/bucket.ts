/** A token bucket that refills without a break, its capacity once a minute. */
export interface Bucket {
  readonly capacity: number;
  /** Below 0 when more was taken than was left, as output tokens are once an answer runs. */
  readonly level: number;
  /** When the level was true, in milliseconds. */
  readonly at: number;
}

const minuteMs = 60_000;

/** A full bucket. */
export function fullBucket(capacity: number, at: number): Bucket {
  return { capacity, level: capacity, at };
}

/** The bucket as it stands at a later time. */
export function refilled(bucket: Bucket, at: number): Bucket {
  const gained = (Math.max(0, at - bucket.at) * bucket.capacity) / minuteMs;
  return { ...bucket, level: Math.min(bucket.capacity, bucket.level + gained), at };
}

/** The bucket after so much was taken. */
export function drained(bucket: Bucket, amount: number): Bucket {
  return { ...bucket, level: bucket.level - amount };
}

/** How long until the bucket holds an amount; what it can never hold takes as long as filling it. */
export function waitMs({ capacity, level }: Bucket, amount: number): number {
  const missing = Math.min(amount, capacity) - level;
  return missing <= 0 || capacity === 0 ? 0 : (missing * minuteMs) / capacity;
}
