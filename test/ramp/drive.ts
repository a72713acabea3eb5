import type { Plan } from '../../src/ramp/plan.ts';
import { moveRamp } from '../../src/ramp/ramp.ts';
import { beginRamp, type Decision, type RampCommand, type RampEvent, type RampState } from '../../src/ramp/state.ts';
import { drawFor } from '../../src/simulator/draw.ts';
import { agenda } from './agenda.ts';
import { startService, type Service, type Weather, type WorldEntry } from './service.ts';

/** How a queue in a virtual world came to its end. */
export interface Drained {
  readonly service: Service;
  /** By id: how each entry ended; those that are still waiting are absent. */
  readonly ends: ReadonlyMap<string, 'done' | 'failed'>;
  readonly endedAt: number;
  /** When an answer that went well was back, in order. */
  readonly doneAt: readonly number[];
}

/** How a ramp in a virtual world went. */
export interface Ramped extends Drained {
  readonly state: RampState;
  readonly decisions: readonly Decision[];
}

/** The moment at which every virtual world starts. */
export const start = Date.UTC(2026, 10, 25, 12, 0, 7);

/** Entries of a seeded size; some of them poisoned. */
export function entriesOf(
  count: number,
  seed: number,
  poison: Readonly<Record<number, WorldEntry['poison']>> = {},
): readonly WorldEntry[] {
  const draw = drawFor(seed, 'entries');
  return Array.from({ length: count }, (_, index) => {
    const how = poison[index];
    return {
      id: `e${index}`,
      input: 200 + draw.index(600),
      output: 50 + draw.index(300),
      ...(how === undefined ? {} : { poison: how }),
    };
  });
}

type Happening =
  | { readonly kind: 'wake' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'ended'; readonly id: string; readonly event: RampEvent };

/** Drains a queue under a ramp, in virtual time; ends when all is done or nothing more can be. */
export function driveRamp(
  entries: readonly WorldEntry[],
  weather: Weather,
  plan: Plan,
  options: {
    readonly untilMs?: number;
    readonly onTick?: (state: RampState, now: number) => RampEvent | undefined;
  } = {},
): Ramped {
  const service = startService(weather, start);
  const happenings = agenda<Happening>();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ends = new Map<string, 'done' | 'failed'>();
  const doneAt: number[] = [];
  const decisions: Decision[] = [];
  const due = agenda<string>();
  const again: string[] = [];
  const retrying = new Set<string>();
  const draw = drawFor(weather.seed, 'estimates');
  let state = beginRamp(plan, start);
  let fresh = 0;
  let now = start;
  let wakeAt = Infinity;

  const wake = (at: number): void => {
    if (at >= wakeAt) return;
    wakeAt = at;
    happenings.note(at, { kind: 'wake' });
  };
  const move = (event: RampEvent): readonly RampCommand[] => {
    const [next, commands] = moveRamp(state, event);
    state = next;
    for (const command of commands) {
      if (command.kind === 'decided') decisions.push(command.decision);
      else if (command.kind === 'failed') ends.set(command.id, 'failed');
      else if (command.kind === 'again') {
        due.note(now + command.waitMs, command.id);
        happenings.note(now + command.waitMs, { kind: 'wake' });
      }
    }
    return commands;
  };
  /** Offers one entry, and says what became of it. */
  const offer = (entry: WorldEntry): RampCommand | undefined => {
    const input = Math.round(entry.input * (0.9 + 0.3 * draw.fraction()));
    const [answer] = move({ kind: 'ask', now, id: entry.id, lane: 'claude-sonnet-5', input, maxOutput: 1024 });
    if (answer?.kind !== 'send') return answer;
    const { tookMs, limits, outcome } = service.call(entry, now);
    happenings.note(now + tookMs, {
      kind: 'ended',
      id: entry.id,
      event: { kind: 'ended', now: now + tookMs, id: entry.id, limits, outcome },
    });
    return answer;
  };
  const sendWhatMay = (): void => {
    for (;;) {
      const [repeated] = again;
      const first = repeated === undefined ? entries[fresh] : byId.get(repeated);
      if (!first) return;
      let answer = offer(first);
      if (answer?.kind === 'send') {
        if (repeated === undefined) fresh++;
        else again.shift();
        continue;
      }
      const untried = entries[fresh];
      if (answer?.kind === 'later' && answer.reason === 'retry-budget' && repeated !== undefined && untried) {
        answer = offer(untried);
        if (answer?.kind === 'send') {
          fresh++;
          continue;
        }
      }
      if (answer?.kind === 'later') wake(now + answer.waitMs);
      return;
    }
  };

  happenings.note(start, { kind: 'tick' });
  wake(start);
  const last = start + (options.untilMs ?? 172_800_000);
  for (let next = happenings.next(); next && next.at <= last; next = happenings.next()) {
    now = next.at;
    const { what } = next;
    if (what.kind === 'ended') {
      service.over();
      if (what.event.kind === 'ended' && what.event.outcome.kind === 'good') {
        ends.set(what.id, 'done');
        doneAt.push(now);
      }
      move(what.event);
    } else if (what.kind === 'tick') {
      const waiting = entries.length - ends.size - state.flights.size;
      move({ kind: 'tick', now, waiting });
      const wish = options.onTick?.(state, now);
      if (wish) move(wish);
      happenings.note(now + 1000, { kind: 'tick' });
    } else if (now >= wakeAt) wakeAt = Infinity;
    for (let first = due.next(); first; first = due.next()) {
      if (first.at > now) {
        due.note(first.at, first.what);
        break;
      }
      again.push(first.what);
      retrying.add(first.what);
    }
    if (ends.size === entries.length) break;
    if (state.phase === 'stopped' && state.flights.size === 0) break;
    sendWhatMay();
  }
  return { service, ends, endedAt: now, doneAt, state, decisions };
}
