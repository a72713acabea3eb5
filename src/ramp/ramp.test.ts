import { describe, expect, test } from 'vitest';
import { parsePlan, usualPlan, type Plan } from './plan.ts';
import { moveRamp } from './ramp.ts';
import {
  beginRamp,
  type BadCall,
  type Decision,
  type GoodCall,
  type RampCommand,
  type RampEvent,
  type RampState,
} from './state.ts';

const start = Date.UTC(2026, 10, 25, 12);
const plan: Plan = { ...usualPlan, fullPerMinute: 6000, hold: { calls: 10, ms: 10_000 } };
const overloaded: BadCall = {
  cause: 'overloaded',
  side: 'service',
  retry: 'yes',
  because: 'It passes.',
  sighting: 'down',
  isTimeout: false,
};
const spendLimit: BadCall = {
  cause: 'spend-limit-tier',
  side: 'limits',
  retry: 'no',
  because: 'The monthly limit is reached.',
  sighting: 'answered',
  isTimeout: false,
};

/** A ramp with a hand on it. */
class Hand {
  state: RampState;
  now = start;
  #calls = 0;
  readonly decisions: Decision[] = [];

  constructor(of: Plan = plan) {
    this.state = beginRamp(of, start);
  }

  move(event: RampEvent): readonly RampCommand[] {
    const [state, commands] = moveRamp(this.state, event);
    this.state = state;
    for (const command of commands) if (command.kind === 'decided') this.decisions.push(command.decision);
    return commands;
  }

  ask(id = `c${this.#calls++}`): { readonly id: string; readonly answer: RampCommand | undefined } {
    const [answer] = this.move({ kind: 'ask', now: this.now, id, lane: '', input: 100, maxOutput: 100 });
    return { id, answer };
  }

  end(
    id: string,
    outcome: ({ readonly kind: 'good' } & GoodCall) | ({ readonly kind: 'bad' } & BadCall),
  ): readonly RampCommand[] {
    return this.move({ kind: 'ended', now: this.now, id, limits: {}, outcome });
  }

  /** Sends one call after the other for a while, a second apart, and lets each end as said. */
  run(calls: number, outcome: (index: number) => BadCall | GoodCall = () => ({ latencyMs: 500 })): void {
    for (let index = 0; index < calls; index++) {
      this.now += 1100;
      const { id, answer } = this.ask();
      if (answer?.kind !== 'send') continue;
      const how = outcome(index);
      this.end(id, 'cause' in how ? { kind: 'bad', ...how } : { kind: 'good', ...how });
    }
  }

  wish(wish: 'confirm' | 'pause' | 'go-on' | 'stop'): void {
    this.move({ kind: 'person', now: this.now, wish });
  }

  actions(): readonly string[] {
    return this.decisions.map(({ action, from, to }) => `${action} ${from}-${to}`);
  }
}

/** How many of forty calls in four seconds are let through, of two models in turn. */
function sent(of: Plan): number {
  let state = beginRamp(of, start);
  let count = 0;
  for (let call = 0; call < 40; call++) {
    const now = start + call * 100;
    const ask = { kind: 'ask', now, id: `c${call}`, lane: `model-${call % 2}`, input: 1, maxOutput: 1 } as const;
    const [next, [answer]] = moveRamp(state, ask);
    if (answer?.kind === 'send') count++;
    const ended = { kind: 'ended', now, id: ask.id, limits: {}, outcome: { kind: 'good', latencyMs: 1 } } as const;
    [state] = moveRamp(next, ended);
  }
  return count;
}

describe('a ramp', () => {
  test('goes on from step to step while every figure is good', () => {
    const hand = new Hand();
    hand.run(45);
    expect(hand.actions()).toEqual(['go-on 0-1', 'go-on 1-2', 'go-on 2-3', 'go-on 3-4']);
  });

  test('steps back when a figure is bad, and says which', () => {
    const hand = new Hand();
    hand.run(22);
    hand.run(12, () => ({ latencyMs: 5000 }));
    expect(hand.actions()).toEqual(['go-on 0-1', 'go-on 1-2', 'step-back 2-1']);
    expect(hand.decisions.at(-1)?.because).toContain('Latency: p50 5,000 ms');
  });

  test('puts up with so many failed judgements as the plan allows', () => {
    const hand = new Hand({ ...plan, rules: { ...plan.rules, failureLimit: 1 } });
    hand.run(11);
    hand.run(20, () => ({ latencyMs: 5000 }));
    expect(hand.actions()).toEqual(['go-on 0-1', 'hold 1-1', 'step-back 1-0']);
  });

  test('needs so many good judgements in a row as the plan says', () => {
    const hand = new Hand({ ...plan, rules: { ...plan.rules, successes: 2 } });
    hand.run(20);
    expect(hand.actions()).toEqual(['hold 0-0', 'go-on 0-1']);
  });

  test('holds a step of which nothing can be told, and waits for a person when that is so too often', () => {
    const hand = new Hand({ ...plan, basis: 'rate', steps: usualPlan.steps, hold: { calls: 10, ms: 10_000 } });
    for (let round = 0; round < 40; round++) {
      hand.now += 10_000;
      hand.move({ kind: 'tick', now: hand.now, waiting: 5 });
    }
    expect(hand.actions().slice(0, 4)).toEqual(['hold 0-0', 'hold 0-0', 'hold 0-0', 'ask 0-0']);
    hand.wish('confirm');
    expect(hand.actions().at(-1)).toBe('go-on 0-1');
  });

  test('waits for a person before every step where that is wanted, and lets calls through meanwhile', () => {
    const hand = new Hand({ ...plan, confirm: true });
    hand.run(15);
    expect(hand.actions()).toEqual(['ask 0-0']);
    expect(hand.state.step).toBe(0);
    hand.now += 1000;
    expect(hand.ask().answer?.kind).toBe('send');
    hand.wish('confirm');
    expect(hand.state.step).toBe(1);
  });

  test('sends nothing while it is paused, and goes on where it was', () => {
    const hand = new Hand();
    hand.run(11);
    hand.wish('pause');
    hand.now += 60_000;
    expect(hand.ask().answer).toMatchObject({ kind: 'later', because: 'The ramp is paused.' });
    hand.wish('go-on');
    expect(hand.ask().answer?.kind).toBe('send');
    expect(hand.actions()).toEqual(['go-on 0-1', 'pause 1-1', 'resume 1-1']);
  });

  test('stops when waiting cannot heal, and keeps the call for later', () => {
    const hand = new Hand();
    const { id } = hand.ask();
    const commands = hand.end(id, { kind: 'bad', ...spendLimit });
    expect(commands).toMatchObject([
      { kind: 'again', id },
      { kind: 'decided', decision: { action: 'stop' } },
    ]);
    expect(hand.ask().answer).toMatchObject({ kind: 'refuse' });
  });

  test('gives up when nothing goes well for too long', () => {
    const hand = new Hand({ ...plan, giveUpMs: 600_000 });
    hand.run(700, () => overloaded);
    expect(hand.decisions.at(-1)).toMatchObject({ action: 'stop' });
    expect(hand.decisions.at(-1)?.because).toContain('No call has gone well for 10');
  });

  test('goes back to the first step when calls fail one after the other, and lets one at a time through', () => {
    const hand = new Hand();
    hand.run(34);
    hand.run(5, () => overloaded);
    expect(hand.state.step).toBe(0);
    hand.now += 1000;
    expect(hand.ask().answer).toMatchObject({ kind: 'later', reason: 'circuit-open' });
    hand.now += 15_000;
    expect(hand.ask().answer?.kind).toBe('send');
    expect(hand.ask().answer?.kind).toBe('later');
  });

  test('waits as long as an answer asks', () => {
    const hand = new Hand();
    const { id } = hand.ask();
    hand.end(id, { kind: 'bad', ...overloaded, waitMs: 30_000 });
    hand.now += 29_999;
    expect(hand.ask().answer).toMatchObject({ kind: 'later', waitMs: 1 });
    hand.now += 1;
    expect(hand.ask().answer?.kind).toBe('send');
  });

  test('gives a call up after so many failures, and a bad request at once', () => {
    const hand = new Hand({ ...plan, attempts: 2 });
    const { id } = hand.ask();
    expect(hand.end(id, { kind: 'bad', ...overloaded })).toMatchObject([{ kind: 'again', id, waitMs: 2000 }]);
    hand.now += 2000;
    hand.ask(id);
    expect(hand.end(id, { kind: 'bad', ...overloaded })).toMatchObject([{ kind: 'failed', id }]);
    hand.now += 2000;
    const other = hand.ask();
    const bad: BadCall = { ...overloaded, cause: 'content-empty', side: 'request', retry: 'no', sighting: 'answered' };
    expect(hand.end(other.id, { kind: 'bad', ...bad })).toMatchObject([{ kind: 'failed' }]);
  });

  test('sends no retry that cannot be paid, and earns one with five calls that go well', () => {
    const hand = new Hand({ ...plan, retries: 1, attempts: 99 });
    const { id } = hand.ask();
    hand.end(id, { kind: 'bad', ...overloaded });
    hand.now += 60_000;
    expect(hand.ask(id).answer?.kind).toBe('send');
    hand.end(id, { kind: 'bad', ...overloaded });
    hand.now += 60_000;
    expect(hand.ask(id).answer).toMatchObject({ kind: 'later', reason: 'retry-budget' });
    hand.run(5);
    hand.now += 1000;
    expect(hand.ask(id).answer?.kind).toBe('send');
  });

  test('has one pace for all models where the plan says a rate, and one for each where their limits do', () => {
    expect(sent({ ...plan, steps: [{ kind: 'rate', perMinute: 30 }] })).toBe(2);
    expect(sent({ ...usualPlan, hold: plan.hold })).toBe(2);
    expect(sent({ ...usualPlan, hold: plan.hold, steps: [{ kind: 'share', share: 0.6 }] })).toBe(4);
  });

  test('lets a share of the calls through that arrive', () => {
    const parsed = parsePlan('20%,100% calls=5000', { ...usualPlan, basis: 'arrivals' });
    const hand = new Hand(parsed.kind === 'plan' ? parsed.plan : plan);
    let sent = 0;
    for (let call = 0; call < 100; call++) {
      hand.now += 100;
      hand.move({ kind: 'arrived', now: hand.now });
      const { id, answer } = hand.ask();
      if (answer?.kind !== 'send') continue;
      sent++;
      hand.end(id, { kind: 'good', latencyMs: 50 });
    }
    expect(sent).toBe(21);
  });
});
