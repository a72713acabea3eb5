import { costOf, spend } from '../client/retry/budget.ts';
import { emptyLane, fullRateOf, laneWait, needOf, withSent, type Lane, type Wait } from './lane.ts';
import { stepText } from './plan.ts';
import { withEntry, type Moved, type RampEvent, type RampState } from './state.ts';

/** Where nothing is known of the limits: the lowest limit that the API has had for any tier. */
export const fallbackPerMinute = 50;
/** No step is slower, or it would take hours to see anything of a small account. */
export const slowestPerMinute = 10;
const heldMs = 1000;

/** Decides whether a call may be sent now. */
export function ask(state: RampState, event: RampEvent & { readonly kind: 'ask' }): Moved {
  const { now, id } = event;
  if (state.phase === 'stopped')
    return [state, [{ kind: 'refuse', id, because: state.lastDecision?.because ?? 'The ramp has stopped.' }]];
  const lane = state.lanes.get(event.lane) ?? emptyLane(now);
  const pace = paced(state, lane, now);
  const need = needOf(lane, event);
  const trouble = state.troubles.get(id);
  const isRetry = trouble !== undefined || event.isRetry === true;
  const cost = trouble?.cost ?? costOf({ isTimeout: false });
  const budget = isRetry ? spend(state.budget, cost) : state.budget;
  const wait = waitOf(state, pace, budget !== undefined) ?? laneWait(lane, need, now);
  if (wait || !budget) {
    const { waitMs = heldMs, reason = 'held', because = '' } = wait ?? {};
    return [
      withPace(state, event.lane, lane, pace),
      [{ kind: 'later', id, waitMs: Math.max(1, Math.ceil(waitMs)), reason, because }],
    ];
  }
  const next: RampState = {
    ...withPace(state, event.lane, withSent(lane, need, now), { ...pace, calls: pace.calls - 1 }),
    budget,
    flights: withEntry(state.flights, id, {
      lane: event.lane,
      sentAt: now,
      estimate: event.input,
      others: lane.inFlight,
      ...need,
    }),
    credit: isShareOfArrivals(state) ? state.credit - 1 : state.credit,
    totals: {
      ...state.totals,
      sent: state.totals.sent + 1,
      retries: state.totals.retries + (isRetry ? 1 : 0),
    },
  };
  return [next, [{ kind: 'send', id }]];
}

/** What the ramp itself has against a call: a pause, the step's pace, the budget for retries. */
function waitOf(state: RampState, pace: Pace, isPaid: boolean): Wait | undefined {
  const { phase, plan, flights, step } = state;
  if (phase === 'paused') return { waitMs: heldMs, reason: 'held', because: 'The ramp is paused.' };
  if (!isPaid)
    return {
      waitMs: heldMs,
      reason: 'retry-budget',
      because: 'The retries of this ramp are used up until calls have gone well.',
    };
  if (flights.size >= plan.concurrency)
    return {
      waitMs: 250,
      reason: 'concurrency',
      because: `${plan.concurrency} calls are under way, as many as the plan allows.`,
    };
  const because = `The step lets ${stepText(plan.steps[step])} through.`;
  if (isShareOfArrivals(state)) return state.credit >= 1 ? undefined : { waitMs: heldMs, reason: 'pace', because };
  if (pace.calls >= 1) return undefined;
  return { waitMs: Math.min(heldMs, ((1 - pace.calls) * 60_000) / pace.perMinute), reason: 'pace', because };
}

/** Whether the step lets a share of the calls through that arrive. */
export function isShareOfArrivals({ plan, step }: RampState): boolean {
  return plan.basis === 'arrivals' && plan.steps[step]?.kind === 'share';
}

/** A call arrived; a share of it may go. What is let through later than it arrived is not saved up for a burst. */
export function arrived(state: RampState): Moved {
  const step = state.plan.steps[state.step];
  if (step?.kind !== 'share') return [state, []];
  return [{ ...state, credit: Math.min(2, state.credit + step.share) }, []];
}

/** Calls that may be sent now by the pace of the step. */
interface Pace {
  readonly calls: number;
  readonly at: number;
  readonly perMinute: number;
}

/** The pace with the calls that it has allowed since; at most a second's worth at once. */
function paced(state: RampState, lane: Lane, now: number): Pace {
  const { calls, at } = isPacedTogether(state) ? state.pace : lane.pace;
  const perMinute = paceOf(state, lane, now);
  const most = Math.max(1, perMinute / 60);
  return { calls: Math.min(most, calls + (Math.max(0, now - at) * perMinute) / 60_000), at: now, perMinute };
}

function withPace(state: RampState, name: string, lane: Lane, { calls, at }: Pace): RampState {
  return isPacedTogether(state)
    ? { ...state, pace: { calls, at }, lanes: withEntry(state.lanes, name, lane) }
    : { ...state, lanes: withEntry(state.lanes, name, { ...lane, pace: { calls, at } }) };
}

/** Whether the pace is one for all models: a rate that the plan says, and not what the limits of each allow. */
export function isPacedTogether({ plan, step }: RampState): boolean {
  return plan.fullPerMinute !== undefined || plan.steps[step]?.kind === 'rate';
}

/** The calls a minute of the step that runs. */
export function paceOf(state: RampState, lane: Lane, now: number): number {
  const step = state.plan.steps[state.step];
  if (!step) return slowestPerMinute;
  if (step.kind === 'rate') return step.perMinute;
  const full = state.plan.fullPerMinute ?? fullRateOf(lane, now) ?? fallbackPerMinute;
  return Math.max(step.share * full, Math.min(slowestPerMinute, full));
}
