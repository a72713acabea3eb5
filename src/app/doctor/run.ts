import { costs, type Learned, type ProbeOutcome } from '../../core/probe.ts';
import type { Plan, Step } from './plan.ts';

/** Where a run stands. */
export interface RunState {
  readonly plan: Plan;
  /** Goes on after a decisive finding. */
  readonly goesOn: boolean;
  readonly running: readonly string[];
  readonly ended: ReadonlyMap<string, ProbeOutcome>;
  readonly learned: Learned;
  /** The first probe with a decisive finding. */
  readonly decidedBy?: string;
  readonly isOver: boolean;
}

/** Something that happened. */
export type RunEvent =
  | { readonly kind: 'begun' }
  | { readonly kind: 'ended'; readonly id: string; readonly outcome: ProbeOutcome }
  | { readonly kind: 'time-over' };

/** Something to be done. */
export type RunCommand =
  | { readonly kind: 'run'; readonly step: Step }
  /** No probe may ask anybody from now on; what was asked before may still be answered. */
  | { readonly kind: 'close' }
  | { readonly kind: 'finish' };

/** A run before its first event. */
export function runOf(plan: Plan, goesOn: boolean): RunState {
  return { plan, goesOn, running: [], ended: new Map(), learned: {}, isOver: false };
}

/**
 * Decides what comes next. Probes of a cost begin when all of a lower cost have ended, and together as far as none
 * needs the other. After a decisive finding nothing begins.
 */
export function advance(state: RunState, event: RunEvent): readonly [RunState, readonly RunCommand[]] {
  if (state.isOver) return [state, []];
  if (event.kind === 'time-over') {
    return [timedOut(state), [{ kind: 'close' }, { kind: 'finish' }]];
  }
  const noted = event.kind === 'ended' ? note(state, event.id, event.outcome) : state;
  const hasStopped = noted.decidedBy !== undefined && !noted.goesOn;
  const closes: readonly RunCommand[] = hasStopped && state.decidedBy === undefined ? [{ kind: 'close' }] : [];
  const started = hasStopped ? noted : startNext(noted);
  const runs = started.running
    .filter((id) => !noted.running.includes(id))
    .flatMap((id) => started.plan.steps.filter(({ probe }) => probe.id === id))
    .map((step): RunCommand => ({ kind: 'run', step }));
  if (started.running.length > 0) return [started, [...closes, ...runs]];
  return [{ ...started, isOver: true }, [...closes, { kind: 'finish' }]];
}

function note(state: RunState, id: string, outcome: ProbeOutcome): RunState {
  const isDecisive = outcome.kind === 'finding' && outcome.findings.some((one) => one.isDecisive);
  const decidedBy = state.decidedBy ?? (isDecisive ? id : undefined);
  return {
    ...state,
    running: state.running.filter((one) => one !== id),
    ended: new Map([...state.ended, [id, outcome]]),
    learned: { ...state.learned, ...outcome.learned },
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
}

/** Starts what can start now; a probe whose need has failed ends as skipped, which can free others. */
function startNext(state: RunState): RunState {
  const open = state.plan.steps.filter(
    ({ probe, leftOut }) => leftOut === undefined && !state.ended.has(probe.id) && !state.running.includes(probe.id),
  );
  const level = costs.find((cost) =>
    [...open.map(({ probe }) => probe), ...inProgress(state)].some((probe) => probe.cost === cost),
  );
  const ready = open.filter(({ probe }) => probe.cost === level && waitsFor(state, probe.needs).length === 0);
  const hindered = ready.flatMap(({ probe }) => {
    const failed = probe.needs?.find((id) => hasDecided(state.ended.get(id)));
    return failed === undefined ? [] : [{ id: probe.id, failed }];
  });
  const [first] = hindered;
  if (first) {
    return startNext(
      note(state, first.id, { kind: 'skipped', because: `It builds on \`${first.failed}\`, which failed.` }),
    );
  }
  return { ...state, running: [...state.running, ...ready.map(({ probe }) => probe.id)] };
}

function inProgress({ plan, running }: RunState): readonly Step['probe'][] {
  return plan.steps.filter(({ probe }) => running.includes(probe.id)).map(({ probe }) => probe);
}

/** What a probe waits for; what is left out of the plan is not waited for. */
function waitsFor({ plan, ended }: RunState, needs: readonly string[] = []): readonly string[] {
  return needs.filter(
    (id) => !ended.has(id) && plan.steps.some(({ probe, leftOut }) => probe.id === id && leftOut === undefined),
  );
}

function hasDecided(outcome: ProbeOutcome | undefined): boolean {
  return outcome?.kind === 'finding' && outcome.findings.some(({ isDecisive }) => isDecisive);
}

function timedOut(state: RunState): RunState {
  const late = state.running.map((id): [string, ProbeOutcome] => [
    id,
    { kind: 'unanswerable', because: 'The time of the run was over before it had an answer.' },
  ]);
  return { ...state, running: [], ended: new Map([...state.ended, ...late]), isOver: true };
}
