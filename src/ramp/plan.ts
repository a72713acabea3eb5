import { durationText } from './words.ts';

/** How much a step lets through: a share of the full rate (or of the calls that arrive), or calls a minute. */
export type Step =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'rate'; readonly perMinute: number };

/** A median and a 95th percentile, in milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}

/** What is normal, as it was before the failure. */
export interface Baseline {
  readonly firstToken?: Quantiles;
  readonly latency?: Quantiles;
}

/** When a figure counts as bad, and how often that may be. */
export interface Rules {
  /** A time is bad above so many times its baseline. */
  readonly slowdown: number;
  /** Failures of the service, the network or a gateway, as a share of all calls. */
  readonly errorShare: number;
  /** Fewer samples say nothing of times. */
  readonly leastSamples: number;
  /** So many failed judgements of a step are put up with; one more steps back. */
  readonly failureLimit: number;
  /** So many judgements in a row may tell nothing, or may not be possible; one more waits for a person. */
  readonly inconclusiveLimit: number;
  /** So many successful judgements in a row go on to the next step. */
  readonly successes: number;
  /** The oldest entry may wait for so long; without it its age is shown and not judged. */
  readonly mostAgeMs?: number;
}

/** How traffic is brought back. */
export interface Plan {
  readonly steps: readonly Step[];
  /** A step is judged after so many calls and so much time, whichever is later. */
  readonly hold: { readonly calls: number; readonly ms: number };
  /** What 100 % is, in calls a minute; what the limits of the answers' headers allow unless said. */
  readonly fullPerMinute?: number;
  /** What a share is a share of: the full rate, or the calls that arrive. */
  readonly basis: 'rate' | 'arrivals';
  /** Calls at the same time, at most. */
  readonly concurrency: number;
  /** Failures of one call that are not about limits; then it has failed. */
  readonly attempts: number;
  /** Retries that may be paid before calls have gone well; five calls that go well pay for one more. */
  readonly retries: number;
  /** The ramp stops when nothing has gone well for so long. */
  readonly giveUpMs: number;
  /** Every step up waits for a person. */
  readonly confirm: boolean;
  readonly rules: Rules;
  readonly baseline?: Baseline;
}

const shares = (...percents: readonly number[]): readonly Step[] =>
  percents.map((percent) => ({ kind: 'share', share: percent / 100 }));

/** The plan unless said otherwise. */
export const usualPlan: Plan = {
  steps: shares(1, 5, 25, 50, 100),
  hold: { calls: 20, ms: 60_000 },
  basis: 'rate',
  concurrency: 64,
  attempts: 5,
  retries: 100,
  giveUpMs: 3_600_000,
  confirm: false,
  rules: {
    slowdown: 2,
    errorShare: 0.1,
    leastSamples: 10,
    failureLimit: 0,
    inconclusiveLimit: 3,
    successes: 1,
  },
};

/** Steps that double, for a rise as even as steps can be. */
const doubling = shares(3, 6, 12, 25, 50, 100);
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** What a written plan comes to, or what is wrong with it. */
export type ParsedPlan =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'problem'; readonly problem: string };

/** How a plan is written, for help and errors. */
export const planForm =
  '`1%,5%,25%,50%,100%` (of the full rate), `30/min,2/s` or `auto`; behind it `hold=2m`, `calls=50`, `full=600/min`, `confirm`';

/** Reads a plan as the command line has it: the steps, and behind them what is to differ from `usual`. */
export function parsePlan(text: string, usual: Plan = usualPlan): ParsedPlan {
  const words = text
    .trim()
    .replaceAll(/\s*,\s*/g, ',')
    .split(/\s+/);
  let plan = usual;
  for (const word of words) {
    const read = readWord(plan, word);
    if (typeof read === 'string') return { kind: 'problem', problem: read };
    plan = read;
  }
  return { kind: 'plan', plan };
}

function readWord(plan: Plan, word: string): Plan | string {
  const [name = '', value] = word.split('=');
  if (word === 'confirm') return { ...plan, confirm: true };
  if (value === undefined) {
    const steps = word === 'auto' ? doubling : stepsOf(word);
    return typeof steps === 'string' ? steps : { ...plan, steps };
  }
  switch (name) {
    case 'hold': {
      const ms = durationOf(value);
      return ms === undefined
        ? `hold=${value} is no duration, such as 90s or 5m`
        : { ...plan, hold: { ...plan.hold, ms } };
    }
    case 'calls':
      return /^[1-9]\d{0,6}$/.test(value)
        ? { ...plan, hold: { ...plan.hold, calls: Number(value) } }
        : `calls=${value} is no number of calls`;
    case 'full': {
      const fullPerMinute = rateOf(value);
      return fullPerMinute === undefined ? `full=${value} is no rate, such as 600/min` : { ...plan, fullPerMinute };
    }
    default:
      return `${name} is not known in a plan`;
  }
}

function stepsOf(text: string): readonly Step[] | string {
  const steps: Step[] = [];
  for (const part of text.split(',')) {
    const step = stepOf(part);
    if (!step) return `${part} is no step`;
    const before = steps.at(-1);
    if (before && before.kind !== step.kind) return 'shares and rates cannot be mixed in one plan';
    if (before && amountOf(before) >= amountOf(step)) return `${part} is not more than the step before it`;
    steps.push(step);
  }
  return steps;
}

function stepOf(text: string): Step | undefined {
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)?.[1];
  if (percent !== undefined)
    return Number(percent) > 0 && Number(percent) <= 100 ? { kind: 'share', share: Number(percent) / 100 } : undefined;
  const perMinute = rateOf(text);
  return perMinute === undefined ? undefined : { kind: 'rate', perMinute };
}

function amountOf(step: Step): number {
  return step.kind === 'share' ? step.share : step.perMinute;
}

/** Reads `30/min`, `2/s` or `900/h` as calls a minute. */
export function rateOf(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,7}(?:\.\d+)?)\/(s|m|min|h)$/.exec(text) ?? [];
  const perMinute = amount === undefined ? 0 : (Number(amount) * 60_000) / (unitMs[unit] ?? 60_000);
  return perMinute > 0 ? perMinute : undefined;
}

/** Reads `90s`, `5m`, `1h` or `500ms` as milliseconds. */
export function durationOf(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d+)?)(ms|s|m|min|h)$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (unitMs[unit] ?? 1);
}

/** A step in words. */
export function stepText(step: Step | undefined): string {
  if (!step) return 'nothing';
  return step.kind === 'share' ? `${round(step.share * 100)} %` : `${round(step.perMinute)}/min`;
}

/** A plan in words. */
export function planText({ steps, hold, fullPerMinute, basis }: Plan): string {
  const full =
    basis === 'arrivals'
      ? ' of the calls that arrive'
      : fullPerMinute === undefined
        ? ' of what the limits allow'
        : ` of ${round(fullPerMinute)} calls a minute`;
  const isShare = steps[0]?.kind === 'share';
  return `${steps.map(stepText).join(', ')}${isShare ? full : ''}; each for ${hold.calls} calls and ${durationText(hold.ms)} at least`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
