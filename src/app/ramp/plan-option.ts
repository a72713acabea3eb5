import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import { durationOf, parsePlan, planForm, rateOf, usualPlan, type Baseline, type Plan } from '../../ramp/plan.ts';
import type { OperationInput, OptionSpec } from '../operation.ts';

/** How a plan is given on the command line. */
export const planOptions = {
  steps: {
    type: 'string',
    value: 'PLAN',
    about: `the steps: ${planForm} (1%,5%,25%,50%,100% unless said)`,
  },
  full: {
    type: 'string',
    value: 'RATE',
    about: "what 100% is, such as 600/min; what the limits in the answers' headers allow unless said",
  },
  hold: { type: 'string', value: 'TIME', about: 'hold each step for so long at least (60s)' },
  calls: { type: 'string', value: 'N', about: 'judge a step after so many calls at least (20)' },
  concurrency: { type: 'string', value: 'N', about: 'calls at the same time, at most (64)' },
  retries: {
    type: 'string',
    value: 'N',
    about: 'retries of the whole ramp (100); five calls that go well pay for one more',
  },
  attempts: { type: 'string', value: 'N', about: 'failures of one call that are not about limits (5)' },
  'error-rate': { type: 'string', value: 'PERCENT', about: 'failures of the service beyond this step back (10)' },
  slowdown: { type: 'string', value: 'TIMES', about: 'times beyond so many times the baseline step back (2)' },
  'failure-limit': { type: 'string', value: 'N', about: 'failed judgements of a step that are put up with (0)' },
  'inconclusive-limit': {
    type: 'string',
    value: 'N',
    about: 'judgements in a row that may tell nothing; then the step is held until you confirm (3)',
  },
  successes: { type: 'string', value: 'N', about: 'good judgements in a row before the next step (1)' },
  'max-age': { type: 'string', value: 'TIME', about: 'the oldest entry may wait for so long; else no step up' },
  'give-up': { type: 'string', value: 'TIME', about: 'stop when nothing has gone well for so long (1h)' },
  baseline: {
    type: 'string',
    value: 'TIMES',
    about:
      'p50/p95 in milliseconds from before the failure: first=400/900,total=2500/8000; those of the first good step unless said',
  },
} as const satisfies Record<string, OptionSpec>;

/** The plan that the options say. */
export function planFrom(input: OperationInput, usual: Plan = usualPlan): Plan {
  const written = input.value('steps');
  const plan = written === undefined ? usual : planOf(written, '--steps', usual);
  const whole = (name: string, least: number): number | undefined => number(input, name, least, true);
  const percent = number(input, 'error-rate', 0, false);
  const holdMs = duration(input, 'hold');
  const calls = whole('calls', 1);
  const rules = present({
    errorShare: percent === undefined ? undefined : percent / 100,
    slowdown: number(input, 'slowdown', 1, false),
    failureLimit: whole('failure-limit', 0),
    inconclusiveLimit: whole('inconclusive-limit', 0),
    successes: whole('successes', 1),
    mostAgeMs: duration(input, 'max-age'),
  });
  return {
    ...plan,
    ...present({
      fullPerMinute: rate(input),
      concurrency: whole('concurrency', 1),
      retries: whole('retries', 0),
      attempts: whole('attempts', 1),
      giveUpMs: duration(input, 'give-up'),
      baseline: baselineOf(input.value('baseline')),
    }),
    hold: { ...plan.hold, ...present({ ms: holdMs, calls }) },
    rules: { ...plan.rules, ...rules },
    confirm: plan.confirm || input.flag('confirm'),
  };
}

/** Reads a written plan; what is wrong with it is an error that names the option. */
export function planOf(written: string, option: string, usual: Plan): Plan {
  const parsed = parsePlan(written, usual);
  if (parsed.kind === 'plan') return parsed.plan;
  throw new FaultlineError('option-invalid', `${option} ${written}: ${parsed.problem}.`, `Write ${planForm}.`);
}

function rate(input: OperationInput): number | undefined {
  const written = input.value('full');
  if (written === undefined) return undefined;
  return rateOf(written) ?? refuse('full', written, 'a rate', '600/min');
}

function duration(input: OperationInput, name: string): number | undefined {
  const written = input.value(name);
  if (written === undefined) return undefined;
  return durationOf(written) ?? refuse(name, written, 'a time', '90s');
}

function number(input: OperationInput, name: string, least: number, isWhole: boolean): number | undefined {
  const written = input.value(name);
  if (written === undefined) return undefined;
  const form = isWhole ? /^\d{1,9}$/ : /^\d{1,9}(?:\.\d+)?%?$/;
  const value = form.test(written) ? Number(written.replace('%', '')) : NaN;
  return value >= least ? value : refuse(name, written, `a number from ${least} up`, String(least + 1));
}

function baselineOf(written: string | undefined): Baseline | undefined {
  if (written === undefined) return undefined;
  const baseline: Partial<Record<'firstToken' | 'latency', { readonly p50: number; readonly p95: number }>> = {};
  for (const part of written.split(',')) {
    const [, name, p50, p95] = /^(first|total)=(\d{1,7})\/(\d{1,7})$/.exec(part) ?? [];
    if (name === undefined) return refuse('baseline', written, 'a baseline', 'first=400/900,total=2500/8000');
    baseline[name === 'first' ? 'firstToken' : 'latency'] = { p50: Number(p50), p95: Number(p95) };
  }
  return baseline;
}

function refuse(name: string, written: string, what: string, example: string): never {
  throw new FaultlineError(
    'option-invalid',
    `--${name} ${written} is not ${what}.`,
    `For example: --${name} ${example}.`,
  );
}
