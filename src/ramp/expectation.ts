import { fallbackPerMinute, slowestPerMinute } from './asking.ts';
import type { Plan } from './plan.ts';

/** What a ramp is expected to take when everything goes well. */
export interface Expectation {
  readonly ms: number;
  readonly steps: readonly { readonly perMinute: number; readonly ms: number; readonly calls: number }[];
}

/** Works out how long a queue takes under a plan, at a full rate in calls a minute, when every figure stays good. */
export function expectationOf(plan: Plan, entries: number, fullPerMinute = fallbackPerMinute): Expectation {
  const steps: { perMinute: number; ms: number; calls: number }[] = [];
  let left = entries;
  for (const [index, step] of plan.steps.entries()) {
    if (left <= 0) break;
    const perMinute =
      step.kind === 'rate'
        ? step.perMinute
        : Math.max(step.share * fullPerMinute, Math.min(slowestPerMinute, fullPerMinute));
    const isLast = index === plan.steps.length - 1;
    const holdMs = plan.rules.successes * Math.max(plan.hold.ms, (plan.hold.calls * 60_000) / perMinute);
    const ms = isLast ? (left * 60_000) / perMinute : Math.min(holdMs, (left * 60_000) / perMinute);
    const calls = Math.min(left, Math.ceil((ms * perMinute) / 60_000));
    steps.push({ perMinute, ms, calls });
    left -= calls;
  }
  return { ms: steps.reduce((sum, step) => sum + step.ms, 0), steps };
}
