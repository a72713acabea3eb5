import { shareOfUse } from './usage.ts';
import { isForEveryCall } from './ending.ts';
import { measure, type Measurement, type Result } from './measurements.ts';
import { stepText, type Baseline } from './plan.ts';
import { endedCalls, failuresOf, noSamples, quantilesOf, shareBounds, type Samples } from './samples.ts';
import type { BadCall, Decision, Moved, RampState } from './state.ts';
import { durationText } from './words.ts';

/** Figures that speak against more traffic; the others only against going on. */
const againstTraffic: ReadonlySet<string> = new Set(['first-token', 'latency', 'errors', 'limits']);
/** A step is not waited for longer than so many times its time. */
const patience = 5;
/** After steps back a step is held for longer, up to four times its time. */
const mostDoubling = 2;
const earlyCalls = 5;

/** Judges the step that runs, when it is time. */
export function judgeWhenDue(state: RampState, now: number): Moved {
  if (state.phase === 'stopped' || state.phase === 'paused') return [state, []];
  const givenUp = gaveUp(state, now);
  if (givenUp) return decided(state, { action: 'stop', now, because: givenUp });
  if (isFailingEarly(state.samples, state)) return judge(state, now);
  const holdMs = holdMsOf(state);
  const passedMs = now - state.samples.since;
  if (passedMs < holdMs) return [state, []];
  const isEnough = endedCalls(state.samples) >= state.plan.hold.calls;
  return isEnough || passedMs >= holdMs * patience ? judge(state, now) : [state, []];
}

/** How long the step that runs is held at least. */
export function holdMsOf({ plan, stepBacks }: Pick<RampState, 'plan' | 'stepBacks'>): number {
  return plan.hold.ms * 2 ** Math.min(mostDoubling, stepBacks);
}

function gaveUp({ plan, lastGoodAt, lastFailureAt }: RampState, now: number): string | undefined {
  if (lastFailureAt <= lastGoodAt || now - lastGoodAt < plan.giveUpMs) return undefined;
  return `No call has gone well for ${durationText(now - lastGoodAt)}.`;
}

/** Failures that are already too many are not waited for to become more. */
function isFailingEarly(samples: Samples, { plan, step }: RampState): boolean {
  const failed = failuresOf(samples, 'service');
  if (failed < earlyCalls || step === 0) return false;
  return shareBounds(failed, samples.succeeded + failed).low > plan.rules.errorShare;
}

function judge(state: RampState, now: number): Moved {
  const { plan, samples, baseline } = state;
  const step = plan.steps[state.step];
  const measurements = measure(samples, {
    rules: plan.rules,
    baseline,
    isWhole: state.step === plan.steps.length - 1,
    needsLimits: plan.basis === 'rate' && step?.kind === 'share' && plan.fullPerMinute === undefined,
    usage: shareOfUse(state, now),
  });
  const result = resultOf(measurements, endedCalls(samples));
  const told = { now, measurements };
  switch (result) {
    case 'failed':
      return failedStep(state, measurements, now);
    case 'inconclusive':
    case 'error':
      return untold(state, result, measurements, now);
    default: {
      const good: RampState = {
        ...state,
        baseline: baselineWith(baseline, samples),
        successes: state.successes + 1,
        inconclusive: 0,
        errors: 0,
        ...(state.step > state.failedStep ? { stepBacks: 0, failedStep: -1 } : {}),
      };
      return wentWell(good, told);
    }
  }
}

/** What a judgement comes to as a whole: anything bad beats anything untold. A failing queue holds, and does not step back. */
function resultOf(measurements: readonly Measurement[], calls: number): Result {
  const has = (result: Result): boolean => measurements.some((one) => one.result === result);
  if (measurements.some(({ figure, result }) => result === 'failed' && againstTraffic.has(figure))) return 'failed';
  if (has('error')) return 'error';
  return has('inconclusive') || calls === 0 ? 'inconclusive' : 'successful';
}

interface Told {
  readonly now: number;
  readonly measurements: readonly Measurement[];
}

function wentWell(state: RampState, { now, measurements }: Told): Moved {
  const { plan, step } = state;
  const bad = measurements.find(({ result }) => result === 'failed');
  if (bad)
    return decided(fresh(state, now), { action: 'hold', now, measurements, because: `${nameOf(bad)}: ${bad.because}` });
  const missing = plan.rules.successes - state.successes;
  if (missing > 0)
    return decided(fresh(state, now), {
      action: 'hold',
      now,
      measurements,
      because: `Every figure is good; ${missing} more good ${missing === 1 ? 'judgement is' : 'judgements are'} needed.`,
    });
  if (step >= plan.steps.length - 1)
    return decided(fresh(state, now), {
      action: 'hold',
      now,
      measurements,
      because: 'Every figure is good at the full rate.',
    });
  if (plan.confirm)
    return decided(
      { ...fresh(state, now), phase: 'asking' },
      {
        action: 'ask',
        now,
        measurements,
        because: `Every figure is good; ${stepText(plan.steps[step + 1])} waits for your word.`,
      },
    );
  return goOn(state, { now, measurements }, 'Every figure is good.');
}

/** Goes to the next step. */
export function goOn(state: RampState, { now, measurements }: Told, because: string): Moved {
  const next = { ...fresh(state, now), step: state.step + 1, ...noCounts, phase: 'running' as const };
  return decided(next, { action: 'go-on', now, from: state.step, measurements, because });
}

function failedStep(state: RampState, measurements: readonly Measurement[], now: number): Moved {
  const failures = state.failures + 1;
  const bad = measurements.filter(({ figure, result }) => result === 'failed' && againstTraffic.has(figure));
  const because = bad.map((one) => `${nameOf(one)}: ${one.because}`).join(' ');
  const { failureLimit } = state.plan.rules;
  if (failures <= failureLimit)
    return decided(
      { ...fresh(state, now), failures, successes: 0 },
      { action: 'hold', now, measurements, because: `${because} That is put up with ${failureLimit} times.` },
    );
  return stepBack(state, { now, measurements }, because);
}

/** Goes back by so many steps; at the first one it is held. */
export function stepBack(state: RampState, { now, measurements }: Told, because: string, steps = 1): Moved {
  const to = Math.max(0, state.step - steps);
  const next: RampState = {
    ...fresh(state, now),
    ...noCounts,
    step: to,
    phase: state.phase === 'paused' ? 'paused' : 'running',
    stepBacks: state.stepBacks + 1,
    failedStep: Math.max(state.failedStep, state.step),
  };
  return decided(next, {
    action: to === state.step ? 'hold' : 'step-back',
    now,
    from: state.step,
    measurements,
    because,
  });
}

/** A judgement that tells nothing: the same samples go on to grow, until that has been so too often. */
function untold(
  state: RampState,
  result: 'inconclusive' | 'error',
  measurements: readonly Measurement[],
  now: number,
): Moved {
  const counted = result === 'error' ? { errors: state.errors + 1 } : { inconclusive: state.inconclusive + 1 };
  const next: RampState = { ...state, ...counted, successes: 0 };
  const open = measurements.filter((one) => one.result === 'inconclusive' || one.result === 'error');
  const because =
    open.length === 0 ? 'No call has ended.' : open.map((one) => `${nameOf(one)}: ${one.because}`).join(' ');
  const isTooOften = Math.max(next.errors, next.inconclusive) > state.plan.rules.inconclusiveLimit;
  // Times that are no numbers would stay in the samples for good.
  const going = result === 'error' ? fresh(next, now) : { ...next, samples: { ...next.samples, since: now } };
  if (!isTooOften) return decided(going, { action: 'hold', now, measurements, because });
  if (state.phase === 'held') return [going, []];
  return decided(
    { ...going, phase: 'held' },
    {
      action: 'ask',
      now,
      measurements,
      because: `${because} It could not be told ${state.plan.rules.inconclusiveLimit + 1} times; the step is held until it can be, or until you confirm the next one.`,
    },
  );
}

/** Reacts at once to what needs no further samples: what waiting cannot heal, growth that is refused, a service that is down. */
export function react(state: RampState, call: BadCall, lane: string, now: number): Moved {
  const told = { now, measurements: [] };
  if (state.phase === 'stopped') return [state, []];
  if (isForEveryCall(call))
    return decided(state, {
      action: 'stop',
      now,
      because: `Waiting does not heal ${call.cause}. ${call.because}`,
    });
  if (call.cause === 'rate-limit-acceleration' && isFirstRefusal(state, lane, now))
    return stepBack(state, told, `${call.because} (${call.cause})`);
  const breaker = state.lanes.get(lane)?.breaker;
  if (breaker?.kind === 'open' && call.sighting === 'down' && state.step > 0)
    return stepBack(
      state,
      told,
      `Calls failed one after the other (${breaker.cause}); one at a time is let through until one goes well.`,
      state.step,
    );
  return [state, []];
}

/** Once it is known how fast usage may grow, the calls are sent so; one that is refused all the same corrects that. */
function isFirstRefusal({ lanes, lastDecision }: RampState, lane: string, now: number): boolean {
  const isTold = lastDecision?.action === 'step-back' && now - lastDecision.at < 60_000;
  return lanes.get(lane)?.growthRefusals === 1 && !isTold;
}

const noCounts = { failures: 0, successes: 0, inconclusive: 0, errors: 0 } as const;

/** The state with nothing sampled yet. */
function fresh(state: RampState, now: number): RampState {
  return { ...state, samples: noSamples(now) };
}

/** The first good step says what is normal, where nobody said it before. */
function baselineWith(baseline: Baseline, samples: Samples): Baseline {
  const firstToken = baseline.firstToken ?? quantilesOf(samples.firstTokens);
  const latency = baseline.latency ?? quantilesOf(samples.latencies);
  return { ...(firstToken ? { firstToken } : {}), ...(latency ? { latency } : {}) };
}

/** Notes a decision, and tells of it. */
export function decided(
  state: RampState,
  made: {
    readonly action: Decision['action'];
    readonly now: number;
    readonly because: string;
    readonly from?: number;
    readonly measurements?: readonly Measurement[];
  },
): Moved {
  const { action, now, because, from = state.step, measurements = [] } = made;
  const decision: Decision = { at: now, action, from, to: state.step, because, measurements };
  const phase = action === 'stop' ? 'stopped' : state.phase;
  return [{ ...state, phase, lastDecision: decision }, [{ kind: 'decided', decision }]];
}

const names: Readonly<Record<string, string>> = {
  'first-token': 'First token',
  latency: 'Latency',
  errors: 'Errors',
  limits: 'Limits',
  queue: 'Queue',
  age: 'Age',
};

/** A figure in words. */
export function nameOf({ figure }: Pick<Measurement, 'figure'>): string {
  return names[figure] ?? figure;
}
