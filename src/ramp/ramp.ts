import { arrived, ask } from './asking.ts';
import { ended } from './ending.ts';
import { decided, goOn, judgeWhenDue, react } from './judging.ts';
import { withDepth } from './samples.ts';
import type { Moved, RampEvent, RampState } from './state.ts';

/** Moves a ramp on by one event. Pure: time comes with the event, and nothing is left to chance. */
export function moveRamp(state: RampState, event: RampEvent): Moved {
  const [moved, commands] = take(state, event);
  const [judged, more] = judgeWhenDue(moved, event.now);
  return [judged, more.length === 0 ? commands : [...commands, ...more]];
}

function take(state: RampState, event: RampEvent): Moved {
  switch (event.kind) {
    case 'arrived':
      return arrived(state);
    case 'ask':
      return ask(state, event);
    case 'ended': {
      const lane = state.flights.get(event.id)?.lane;
      const [next, commands] = ended(state, event);
      if (event.outcome.kind !== 'bad' || lane === undefined) return [next, commands];
      const [reacted, more] = react(next, event.outcome, lane, event.now);
      return [reacted, [...commands, ...more]];
    }
    case 'tick': {
      const { now: at, waiting: depth, oldestMs } = event;
      const sample = { at, depth, ...(oldestMs === undefined ? {} : { oldestMs }) };
      return [{ ...state, samples: { ...state.samples, depths: withDepth(state.samples.depths, sample) } }, []];
    }
    default:
      return obeyed(state, event.wish, event.now);
  }
}

/** What a person wants. */
function obeyed(state: RampState, wish: 'confirm' | 'pause' | 'go-on' | 'stop', now: number): Moved {
  const { phase, plan, step } = state;
  if (phase === 'stopped') return [state, []];
  switch (wish) {
    case 'confirm':
      if ((phase !== 'asking' && phase !== 'held') || step >= plan.steps.length - 1) return [state, []];
      return goOn(state, { now, measurements: [] }, 'You confirmed it.');
    case 'pause':
      if (phase === 'paused') return [state, []];
      return decided(
        { ...state, phase: 'paused', pausedFrom: phase },
        { action: 'pause', now, because: 'You paused it.' },
      );
    case 'go-on':
      if (phase !== 'paused') return [state, []];
      return decided(
        // The pause is no time in which nothing went well, and no part of the time that a step is held.
        { ...state, phase: state.pausedFrom, lastGoodAt: now, samples: { ...state.samples, since: now } },
        { action: 'resume', now, because: 'You let it go on.' },
      );
    default:
      return decided(state, { action: 'stop', now, because: 'You stopped it.' });
  }
}
