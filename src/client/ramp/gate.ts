import { figuresOf, type Figures } from '../../ramp/figures.ts';
import type { StatedLimits } from '../../ramp/limit-headers.ts';
import type { Plan } from '../../ramp/plan.ts';
import { moveRamp } from '../../ramp/ramp.ts';
import { beginRamp, type Decision, type RampCommand, type RampEvent } from '../../ramp/state.ts';
import { reasonOf, type Clock } from '../clock.ts';

/** A call that wants to go. */
export interface GateCall {
  /** Calls of one model share their limits. */
  readonly lane: string;
  /** Estimated input tokens, and the most output tokens that it allows. */
  readonly input: number;
  readonly maxOutput: number;
  /** It failed before, and is sent again. */
  readonly isRetry?: boolean;
  readonly signal?: AbortSignal;
}

/** How long calls may wait; forever, and all of them, unless said. */
export interface Patience {
  /** So many calls may wait at the same time. */
  readonly calls: number;
  readonly ms: number;
}

/** Whether a call may go. */
export type GateAnswer =
  | { readonly kind: 'admitted'; readonly id: string }
  | {
      readonly kind: 'refused';
      readonly because: string;
      /** When asking again makes sense; absent where the ramp has stopped. */
      readonly retryAfterMs?: number;
    };

/** Lets calls through as a ramp allows. */
export interface Gate {
  /** Waits until the call may go, or may not wait any longer; rejects when its signal is aborted. */
  readonly admit: (call: GateCall) => Promise<GateAnswer>;
  /** Tells how a call that was let through ended. */
  readonly ended: (id: string, limits: StatedLimits, outcome: EndedOutcome) => void;
  readonly wish: (wish: 'confirm' | 'pause' | 'go-on' | 'stop') => void;
  readonly figures: () => Figures;
}

/** How a call ended, as the ramp takes it in. */
export type EndedOutcome = Extract<RampEvent, { readonly kind: 'ended' }>['outcome'];

/** How a gate is made. */
export interface GateOptions {
  readonly plan: Plan;
  readonly clock: Clock;
  readonly patience?: Patience;
  readonly onDecision: (decision: Decision, figures: Figures) => void;
}

interface Waiter {
  readonly id: string;
  readonly call: GateCall;
  readonly since: number;
  readonly resolve: (answer: GateAnswer) => void;
}

const tickMs = 1000;
const nothingToCallOff = (): void => undefined;

/** Makes a gate. It keeps a timer only while calls wait or are under way. */
export function openGate({ plan, clock, patience, onDecision }: GateOptions): Gate {
  const lanes = new Map<string, Waiter[]>();
  let state = beginRamp(plan, clock.now());
  let calls = 0;
  let waiting = 0;
  let callOffWake = nothingToCallOff;
  let isTicking = false;

  const figures = (): Figures => ({ ...figuresOf(state, clock.now()), waiting });
  const move = (event: RampEvent): readonly RampCommand[] => {
    const [next, commands] = moveRamp(state, event);
    state = next;
    for (const command of commands) if (command.kind === 'decided') onDecision(command.decision, figures());
    return commands;
  };
  const leave = (lane: Waiter[], waiter: Waiter): boolean => {
    const at = lane.indexOf(waiter);
    if (at < 0) return false;
    lane.splice(at, 1);
    waiting--;
    return true;
  };
  /** Lets go what may go, and comes back when more may. */
  const pump = (): void => {
    callOffWake();
    callOffWake = nothingToCallOff;
    let waitMs = Infinity;
    for (const lane of lanes.values()) {
      for (let [first] = lane; first; [first] = lane) {
        const { id, call } = first;
        const { lane: name, input, maxOutput, isRetry = false } = call;
        const [answer] = move({ kind: 'ask', now: clock.now(), id, lane: name, input, maxOutput, isRetry });
        if (answer?.kind === 'later') {
          waitMs = Math.min(waitMs, answer.waitMs);
          break;
        }
        leave(lane, first);
        first.resolve(
          answer?.kind === 'send'
            ? { kind: 'admitted', id }
            : { kind: 'refused', because: answer?.kind === 'refuse' ? answer.because : 'The ramp has stopped.' },
        );
      }
    }
    if (waitMs !== Infinity) callOffWake = clock.after(waitMs, pump);
  };
  const tick = (): void => {
    isTicking = waiting > 0 || state.flights.size > 0;
    if (!isTicking) return;
    const now = clock.now();
    const oldest = Math.min(...[...lanes.values()].map(([first]) => first?.since ?? now));
    move({ kind: 'tick', now, waiting, oldestMs: now - oldest });
    pump();
    clock.after(tickMs, tick);
  };
  const keepTicking = (): void => {
    if (isTicking) return;
    isTicking = true;
    clock.after(tickMs, tick);
  };
  const refused = (because: string): GateAnswer => ({
    kind: 'refused',
    because,
    retryAfterMs: retryAfterOf(figures()),
  });

  return {
    figures,
    async admit(call) {
      const { signal } = call;
      if (signal?.aborted === true) throw reasonOf(signal);
      move({ kind: 'arrived', now: clock.now() });
      return new Promise((resolve, reject) => {
        const lane = lanes.get(call.lane) ?? [];
        lanes.set(call.lane, lane);
        let callOffDeadline = nothingToCallOff;
        const stop = (): void => {
          callOffDeadline();
          if (signal && leave(lane, waiter)) reject(reasonOf(signal));
        };
        const waiter: Waiter = {
          id: `call-${++calls}`,
          call,
          since: clock.now(),
          resolve(answer) {
            callOffDeadline();
            signal?.removeEventListener('abort', stop);
            resolve(answer);
          },
        };
        lane.push(waiter);
        waiting++;
        keepTicking();
        pump();
        if (!lane.includes(waiter)) return;
        if (patience && waiting > patience.calls) {
          leave(lane, waiter);
          waiter.resolve(refused(`${patience.calls} calls wait already.`));
          return;
        }
        signal?.addEventListener('abort', stop, { once: true });
        if (patience)
          callOffDeadline = clock.after(patience.ms, () => {
            if (leave(lane, waiter)) waiter.resolve(refused('It has waited as long as it may.'));
          });
      });
    },
    ended(id, limits, outcome) {
      move({ kind: 'ended', now: clock.now(), id, limits, outcome, isOthers: true });
      pump();
    },
    wish(wish) {
      move({ kind: 'person', now: clock.now(), wish });
      pump();
    },
  };
}

const longestRetryMs = 30_000;

/** When a caller who is turned away should come back: after a pause, else the later the less is let through. */
function retryAfterOf({ pausedMs, steps, step }: Figures): number {
  const now = steps[step];
  const byShare = now?.kind === 'share' ? 1000 / now.share : 5000;
  return Math.max(1000, pausedMs, Math.min(longestRetryMs, byShare));
}
