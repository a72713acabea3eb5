import type { Quantiles } from './plan.ts';

/** On whose account a failure is. */
export type FailureClass =
  /** The service, the network or a gateway. */
  | 'service'
  /** A limit was reached. */
  | 'limits'
  /** The caller's own request: it fails wherever it is sent. */
  | 'own';

/** Failures of one cause. */
export interface CountedCause {
  readonly cause: string;
  readonly class: FailureClass;
  readonly count: number;
}

/** How deep the queue was at some moment. */
export interface DepthSample {
  readonly at: number;
  readonly depth: number;
  readonly oldestMs?: number;
}

/** What was seen since the last judgement. */
export interface Samples {
  readonly since: number;
  readonly succeeded: number;
  readonly causes: readonly CountedCause[];
  /** Milliseconds; of streams alone. */
  readonly firstTokens: readonly number[];
  readonly latencies: readonly number[];
  readonly depths: readonly DepthSample[];
  /** Answers that stated their limits. */
  readonly stated: number;
}

const mostTimes = 1000;
const mostDepths = 240;

/** Samples of a time that begins. */
export function noSamples(since: number): Samples {
  return { since, succeeded: 0, causes: [], firstTokens: [], latencies: [], depths: [], stated: 0 };
}

/** The samples with one more time; of very many the newest are kept. */
export function withTime(times: readonly number[], ms: number | undefined): readonly number[] {
  return ms === undefined ? times : [...times.slice(-(mostTimes - 1)), ms];
}

/** The samples with one more depth; beyond a number every second is kept, so that the whole time stays in view. */
export function withDepth(depths: readonly DepthSample[], sample: DepthSample): readonly DepthSample[] {
  const kept = depths.length < mostDepths ? depths : depths.filter((_, index) => index % 2 === 0);
  return [...kept, sample];
}

/** The samples with one more failure. */
export function withCause(
  causes: readonly CountedCause[],
  cause: string,
  failure: FailureClass,
): readonly CountedCause[] {
  const isSame = (one: CountedCause): boolean => one.cause === cause && one.class === failure;
  return causes.some(isSame)
    ? causes.map((one) => (isSame(one) ? { ...one, count: one.count + 1 } : one))
    : [...causes, { cause, class: failure, count: 1 }];
}

/** How many failures there were of a class. */
export function failuresOf({ causes }: Samples, failure: FailureClass): number {
  return causes.reduce((sum, one) => sum + (one.class === failure ? one.count : 0), 0);
}

/** Calls that ended, whichever way. */
export function endedCalls(samples: Samples): number {
  return samples.succeeded + samples.causes.reduce((sum, { count }) => sum + count, 0);
}

/** Median and 95th percentile, by the nearest rank; undefined without a sample. */
export function quantilesOf(times: readonly number[]): Quantiles | undefined {
  if (times.length === 0) return undefined;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The bounds between which the true share lies with a certainty of nine in ten (Wilson's interval). */
export function shareBounds(count: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.645;
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}

/** How fast a depth changes, by the least squares through the samples; entries a minute. */
export function trendOf(depths: readonly DepthSample[]): number | undefined {
  const [first] = depths;
  if (!first || depths.length < 3) return undefined;
  const minutes = depths.map(({ at }) => (at - first.at) / 60_000);
  const meanX = mean(minutes);
  const meanY = mean(depths.map(({ depth }) => depth));
  let above = 0;
  let below = 0;
  for (const [index, { depth }] of depths.entries()) {
    const distance = (minutes[index] ?? 0) - meanX;
    above += distance * (depth - meanY);
    below += distance * distance;
  }
  return below === 0 ? undefined : above / below;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
