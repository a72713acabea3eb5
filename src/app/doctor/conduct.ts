import { isFaultlineError } from '../../core/error.ts';
import type { Learned, ProbeOutcome, Target } from '../../core/probe.ts';
import type { World } from '../world/world.ts';
import { stopwatch } from '../world/within.ts';
import { meterOf, type Budget, type Spending } from '../../core/budget.ts';
import { guarded } from './guard.ts';
import type { Plan, Step } from './plan.ts';
import { advance, runOf, type RunEvent } from './run.ts';

/** Something to show while a run goes on. */
export type Progress =
  | { readonly kind: 'started'; readonly step: Step }
  | { readonly kind: 'ended'; readonly step: Step; readonly outcome: ProbeOutcome; readonly tookMs: number };

/** How a run is conducted. */
export interface Conduct {
  readonly target: Target;
  readonly world: World;
  readonly budget: Budget;
  /** Goes on after a decisive finding. */
  readonly goesOn: boolean;
  /** A limit for each probe in place of its own. */
  readonly limitMs?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a run brought. */
export interface Conducted {
  readonly plan: Plan;
  readonly outcomes: ReadonlyMap<string, ProbeOutcome>;
  readonly tookMs: ReadonlyMap<string, number>;
  readonly learned: Learned;
  readonly decidedBy?: string;
  readonly spent: Spending & { readonly seconds: number };
}

/** A probe may take this much longer than its limit, so that its own account of what was late is heard. */
const graceMs = 250;

/** Runs a plan to its end: does what the state machine says, and tells it what came of it. */
export async function conduct(plan: Plan, options: Conduct): Promise<Conducted> {
  const { budget, goesOn, onProgress } = options;
  const passed = stopwatch();
  const meter = meterOf(budget);
  const tookMs = new Map<string, number>();
  let state = runOf(plan, goesOn);
  let isClosed = false;
  return new Promise((resolve) => {
    const deadline = setTimeout(() => happen({ kind: 'time-over' }), budget.seconds * 1000);
    const start = (step: Step): void => {
      onProgress?.({ kind: 'started', step });
      const probePassed = stopwatch();
      void outcomeOf(step, options, state.learned, { meter, isClosed: () => isClosed }).then((outcome) =>
        ended(step, outcome, probePassed()),
      );
    };
    const ended = (step: Step, outcome: ProbeOutcome, ms: number): void => {
      if (state.isOver) return;
      tookMs.set(step.probe.id, ms);
      onProgress?.({ kind: 'ended', step, outcome, tookMs: ms });
      happen({ kind: 'ended', id: step.probe.id, outcome });
    };
    const happen = (event: RunEvent): void => {
      const [next, commands] = advance(state, event);
      state = next;
      for (const command of commands) {
        if (command.kind === 'close') isClosed = true;
        else if (command.kind === 'run') start(command.step);
        else {
          clearTimeout(deadline);
          const { ended, learned, decidedBy } = state;
          const spent = { ...meter.spent(), seconds: Math.round(passed() / 100) / 10 };
          resolve({ plan, outcomes: ended, tookMs, learned, spent, ...(decidedBy === undefined ? {} : { decidedBy }) });
        }
      }
    };
    happen({ kind: 'begun' });
  });
}

async function outcomeOf(
  { probe, addresses }: Step,
  { target, world, limitMs }: Conduct,
  learned: Learned,
  permit: Pick<Parameters<typeof guarded>[1], 'meter' | 'isClosed'>,
): Promise<ProbeOutcome> {
  const limit = limitMs ?? probe.limitMs;
  if (!permit.meter.take({ tokens: probe.uses?.tokens ?? 0 })) {
    return { kind: 'skipped', because: `It can cost ${probe.uses?.tokens} tokens, and the budget does not hold them.` };
  }
  const network = guarded(world.networkWithin(limit), {
    ...permit,
    addresses,
    ...(target.proxy ? { proxy: target.proxy } : {}),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ProbeOutcome>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'unanswerable', because: `It had no answer within ${limit / 1000} s.` }),
      limit + graceMs,
    );
  });
  const run = probe.run({ machine: world.machine, network, target, learned }).catch(outcomeOfError);
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}

/** A refusal of the guard is an answer; anything else that is thrown is a bug, which must not stop the others. */
function outcomeOfError(error: unknown): ProbeOutcome {
  if (isFaultlineError(error)) return { kind: 'skipped', because: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unanswerable', because: `A bug in Faultline: the probe failed (${message}).` };
}
