import { FaultlineError } from '../../core/error.ts';
import { decisionLines, measurementLines } from '../../ramp/show/figures-text.ts';
import { durationOf, stepText, usualPlan, type Plan } from '../../ramp/plan.ts';
import type { Figures } from '../../ramp/figures.ts';
import type { Decision } from '../../ramp/state.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { planOf } from '../ramp/plan-option.ts';
import type { OperationInput, OptionSpec } from '../operation.ts';
import type { LiveRamp } from './live-ramp.ts';

/** What puts a ramp into live traffic. */
export const rampOptions = {
  ramp: {
    type: 'string',
    value: 'PLAN',
    about:
      'let only a share of the calls through, such as `1%,10%,50%,100% hold=5m`, and more with every step that goes well; the rest waits or gets a 429 with retry-after (docs/ramp.md)',
  },
  'ramp-queue': { type: 'string', value: 'N', needs: 'ramp', about: 'with --ramp: so many calls may wait (100)' },
  'ramp-wait': { type: 'string', value: 'TIME', needs: 'ramp', about: 'with --ramp: for so long at most (10s)' },
} as const satisfies Record<string, OptionSpec>;

/** How many calls are under way at once is the affair of the programs that make them. */
const livePlan: Plan = { ...usualPlan, basis: 'arrivals', concurrency: Infinity };
const usualQueue = 100;
const usualWaitMs = 10_000;

/** The ramp that the options ask for, where they do. */
export async function rampFrom(
  input: OperationInput,
  canConfirm: boolean,
  onDecision: (decision: Decision, figures: Figures) => void,
): Promise<LiveRamp | undefined> {
  const written = input.value('ramp');
  if (written === undefined) return undefined;
  const plan = planOf(written, '--ramp', livePlan);
  if (plan.confirm && !canConfirm)
    throw new FaultlineError(
      'option-invalid',
      `--ramp ${written} asks before each step, and nobody can answer here.`,
      'Leave `confirm` out, or use `faultline record` in a terminal.',
    );
  const calls = input.value('ramp-queue');
  if (calls !== undefined && !/^\d{1,6}$/.test(calls))
    throw new FaultlineError(
      'option-invalid',
      `--ramp-queue ${calls} is no number of calls.`,
      'For example: --ramp-queue 100.',
    );
  const wait = input.value('ramp-wait');
  const ms = wait === undefined ? usualWaitMs : durationOf(wait);
  if (ms === undefined)
    throw new FaultlineError(
      'option-invalid',
      `--ramp-wait ${wait ?? ''} is no time.`,
      'For example: --ramp-wait 10s.',
    );
  // With every cause, which a recording without a ramp needs in its thread alone.
  const { liveRamp } = await import('./live-ramp.ts');
  return liveRamp(plan, { calls: calls === undefined ? usualQueue : Number(calls), ms }, onDecision);
}

/** Tells a decision, with the figures that it was taken by; what is decided again and again is told once. */
export function decisionTeller(style: TextStyle): (decision: Decision, figures: Figures) => string {
  let last = '';
  return (decision, figures) => {
    const { action, to, because } = decision;
    const now = `${action} ${to} ${because}`;
    const isSame = action === 'hold' && now === last;
    last = now;
    return isSame
      ? ''
      : `${[...decisionLines(decision, figures, style), ...measurementLines(decision, style)].join('\n')}\n`;
  };
}

/** Where a ramp is at the end of a recording. */
export function rampEnding({ figures, turnedAway }: LiveRamp): string {
  const { steps, step, totals } = figures();
  return `The ramp let ${totals.sent} calls through and turned ${turnedAway()} away; it ends at ${stepText(steps[step])}.\n`;
}
