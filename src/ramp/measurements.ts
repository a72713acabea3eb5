import type { Baseline, Quantiles, Rules } from './plan.ts';
import { endedCalls, failuresOf, quantilesOf, shareBounds, trendOf, type Samples } from './samples.ts';
import { numberText, percentText } from './words.ts';

/** What is watched. */
export type Figure = 'first-token' | 'latency' | 'errors' | 'limits' | 'queue' | 'age';

/**
 * What a figure ends as. `inconclusive`: there is too little to tell; `error`: it could not be measured, as a value was
 * no number.
 */
export type Result = 'successful' | 'failed' | 'inconclusive' | 'error';

/** One figure of one judgement. */
export interface Measurement {
  readonly figure: Figure;
  readonly result: Result;
  readonly because: string;
}

/** What the figures are held against. */
export interface Circumstances {
  readonly rules: Rules;
  readonly baseline: Baseline;
  /** The step lets through all that arrives, so that a queue should not grow. */
  readonly isWhole: boolean;
  /** The pace of the step comes from the limits, so that they must be known. */
  readonly needsLimits: boolean;
  /** Usage of the limits that are known, as shares of them. */
  readonly usage: readonly { readonly name: string; readonly share: number }[];
}

/** Measures every figure that there is something to be said of. */
export function measure(samples: Samples, circumstances: Circumstances): readonly Measurement[] {
  const { rules, baseline } = circumstances;
  return [
    ...timeOf('first-token', samples.firstTokens, baseline.firstToken, rules),
    ...timeOf('latency', samples.latencies, baseline.latency, rules),
    errorsOf(samples, rules),
    limitsOf(samples, circumstances),
    ...queueOf(samples, circumstances),
    ...ageOf(samples, rules),
  ];
}

/** A time is never bad for so little, however short it was before. */
const slackMs = 250;

/**
 * A time is bad when its median or its 95th percentile is beyond the baseline times `slowdown`. Without a baseline it
 * sets one, and that is successful. Too few samples are inconclusive; a value that is no number is an error. What is
 * never measured, as first tokens without streams, is left out.
 */
function timeOf(
  figure: 'first-token' | 'latency',
  times: readonly number[],
  usual: Quantiles | undefined,
  { slowdown, leastSamples }: Rules,
): readonly Measurement[] {
  if (times.length === 0 && (figure === 'first-token' || usual === undefined)) return [];
  if (times.some((ms) => !Number.isFinite(ms) || ms < 0))
    return [{ figure, result: 'error', because: 'A time is no number.' }];
  if (times.length < leastSamples)
    return [{ figure, result: 'inconclusive', because: `${times.length} samples, and ${leastSamples} are needed.` }];
  const seen = quantilesOf(times);
  if (!seen) return [];
  const shown = `p50 ${numberText(seen.p50)} ms, p95 ${numberText(seen.p95)} ms`;
  if (!usual) return [{ figure, result: 'successful', because: `${shown}: the first good step, and so the baseline.` }];
  const bound = (ms: number): number => Math.max(ms * slowdown, ms + slackMs);
  const isSlow = seen.p50 > bound(usual.p50) || seen.p95 > bound(usual.p95);
  return [
    {
      figure,
      result: isSlow ? 'failed' : 'successful',
      because: `${shown}; ${numberText(usual.p50)} and ${numberText(usual.p95)} ms are usual, and ${numberText(slowdown)} times that is the bound.`,
    },
  ];
}

/**
 * Failures of the service, the network and gateways as a share of the calls that tell of them: a caller's own bad request
 * and a refusal by a limit are counted apart. The share is bad when even its lower bound is beyond the rule, good when
 * even its upper bound is below, and inconclusive between, where more calls will tell.
 */
function errorsOf(samples: Samples, { errorShare }: Rules): Measurement {
  const failed = failuresOf(samples, 'service');
  const own = failuresOf(samples, 'own');
  const of = samples.succeeded + failed;
  const ownText = own === 0 ? '' : ` ${own} failed by their own request, which is counted apart.`;
  if (of === 0) return { figure: 'errors', result: 'inconclusive', because: `No call tells of the service.${ownText}` };
  const { low, high } = shareBounds(failed, of);
  const causes = samples.causes.filter((one) => one.class === 'service').map(({ cause, count }) => `${cause} ${count}`);
  const because = `${failed} of ${of} calls failed${causes.length === 0 ? '' : ` (${causes.join(', ')})`}; ${percentText(errorShare)} is the bound.${ownText}`;
  return {
    figure: 'errors',
    result: low > errorShare ? 'failed' : high <= errorShare || failed === 0 ? 'successful' : 'inconclusive',
    because,
  };
}

/** Limits are touched now and then; more refusals than this share of the calls are bad. */
const refusedShare = 0.02;

/** Refusals by limits are bad; without a word of the limits nothing can be said where the pace comes from them. */
function limitsOf(samples: Samples, { usage, needsLimits }: Circumstances): Measurement {
  const refused = failuresOf(samples, 'limits');
  const fullest = usage.toSorted((a, b) => b.share - a.share)[0];
  const shown = fullest ? `${percentText(fullest.share)} of ${fullest.name} is used` : 'No limit is stated';
  if (refused > endedCalls(samples) * refusedShare)
    return {
      figure: 'limits',
      result: 'failed',
      because: `${refused} of ${endedCalls(samples)} calls were refused by a limit; ${shown}.`,
    };
  if (usage.some(({ share }) => !Number.isFinite(share)))
    return { figure: 'limits', result: 'error', because: 'The usage of a limit is no number.' };
  if (!fullest && needsLimits)
    return {
      figure: 'limits',
      result: 'inconclusive',
      because:
        'The answers state no limits, and the plan takes its pace from them: say what 100 % is (`full=600/min`).',
    };
  return {
    figure: 'limits',
    result: 'successful',
    because: `${shown}${refused === 0 ? '' : `; ${refused} of ${endedCalls(samples)} calls were refused`}.`,
  };
}

/** A queue that grows although everything is let through is bad; one that grows behind a step is what steps are for. */
function queueOf({ depths }: Samples, { isWhole }: Circumstances): readonly Measurement[] {
  const last = depths.at(-1);
  if (!last) return [];
  if (depths.some(({ depth }) => !Number.isFinite(depth)))
    return [{ figure: 'queue', result: 'error', because: 'A depth is no number.' }];
  const trend = trendOf(depths);
  if (trend === undefined)
    return [{ figure: 'queue', result: 'inconclusive', because: `${depths.length} samples, and 3 are needed.` }];
  const grows = trend > 1 && trend > last.depth * 0.01;
  const because = `${numberText(last.depth)} wait, ${trend > 0 ? '+' : ''}${numberText(trend)} a minute${grows && !isWhole ? ', behind a step that lets a part through' : ''}.`;
  return [{ figure: 'queue', result: grows && isWhole ? 'failed' : 'successful', because }];
}

function ageOf({ depths }: Samples, { mostAgeMs }: Rules): readonly Measurement[] {
  const oldestMs = depths.at(-1)?.oldestMs;
  if (mostAgeMs === undefined || oldestMs === undefined) return [];
  if (!Number.isFinite(oldestMs)) return [{ figure: 'age', result: 'error', because: 'An age is no number.' }];
  return [
    {
      figure: 'age',
      result: oldestMs > mostAgeMs ? 'failed' : 'successful',
      because: `The oldest entry waits for ${numberText(oldestMs / 1000)} s; ${numberText(mostAgeMs / 1000)} s is the bound.`,
    },
  ];
}
