import { describe, expect, test } from 'vitest';
import type { Advice } from './advice.ts';
import { fullBudget } from './budget.ts';
import { closedBreaker, type Breaker } from './breaker.ts';
import { admitAttempt, decide, type RetryEvent, type RetryState } from './policy.ts';
import { settingsOf } from './settings.ts';

const { limits } = settingsOf({});
const state: RetryState = {
  startedAt: 0,
  attempts: 1,
  hasTriedOnce: false,
  budget: fullBudget(),
  breaker: closedBreaker,
};
type Failed = Extract<RetryEvent, { readonly kind: 'failed' }>;

function failed(advice: Partial<Advice> = {}, event: Partial<Failed> = {}): Failed {
  return {
    kind: 'failed',
    now: 1000,
    advice: { kind: 'yes', cause: 'connection-reset', side: 'network', because: 'It is transient.', ...advice },
    sighting: 'down',
    isTimeout: false,
    hasOutput: false,
    mayRestart: false,
    isRepeatable: true,
    draw: 0.5,
    ...event,
  };
}

describe('after a failure', () => {
  const open: Breaker = { kind: 'open', until: 90_000, coolDownMs: 15_000, cause: 'overloaded' };
  test.each<[string, Partial<RetryState>, Failed, object]>([
    ['a transient one is tried again', {}, failed(), { action: 'retry', reason: 'transient', waitMs: 250 }],
    ['the wait doubles', { attempts: 3 }, failed(), { action: 'retry', waitMs: 1000 }],
    [
      'the wait has an upper bound',
      { attempts: 3 },
      failed({ side: 'service' }, { draw: 1 }),
      { action: 'retry', waitMs: 8000 },
    ],
    [
      'the service gets longer to recover than a connection',
      {},
      failed({ side: 'service' }),
      { action: 'retry', waitMs: 1000 },
    ],
    [
      'an answer that asks to wait is never tried earlier',
      {},
      failed({ kind: 'wait', waitMs: 20_000 }, { draw: 0 }),
      { action: 'retry', reason: 'asked-to-wait', waitMs: 20_000 },
    ],
    ['what may heal is tried once', {}, failed({ kind: 'maybe' }), { action: 'retry', reason: 'worth-one-try' }],
    ['and not twice', { hasTriedOnce: true }, failed({ kind: 'maybe' }), { action: 'stop', reason: 'cannot-heal' }],
    ['what cannot heal is not', {}, failed({ kind: 'no' }), { action: 'stop', reason: 'cannot-heal' }],
    ['output ends it', {}, failed({}, { hasOutput: true }), { action: 'stop', reason: 'output-delivered' }],
    ['unless the caller takes it back', {}, failed({}, { hasOutput: true, mayRestart: true }), { action: 'retry' }],
    [
      'a body that is a stream ends it',
      {},
      failed({}, { isRepeatable: false }),
      { action: 'stop', reason: 'body-not-repeatable' },
    ],
    ['so does the last attempt', { attempts: 4 }, failed(), { action: 'stop', reason: 'attempts-spent' }],
    ['so does the time', {}, failed({}, { now: 600_000 }), { action: 'stop', reason: 'time-spent' }],
    [
      'so does a wait that is too long',
      {},
      failed({ kind: 'wait', waitMs: 61_000 }),
      { action: 'stop', reason: 'wait-too-long', waitMs: 61_000 },
    ],
    [
      'so does an empty budget',
      { budget: { tokens: 4, capacity: 500 } },
      failed(),
      { action: 'stop', reason: 'budget-spent', budgetTokens: 4 },
    ],
    [
      'and one that pays for no more time limits',
      { budget: { tokens: 9, capacity: 500 } },
      failed({}, { isTimeout: true }),
      { action: 'stop', reason: 'budget-spent' },
    ],
    ['so does an open breaker', { breaker: open }, failed(), { action: 'stop', reason: 'circuit-open' }],
  ])('%s', (_, before, event, decision) => {
    expect(decide({ ...state, ...before }, event, limits)[1]).toMatchObject(decision);
  });

  test('the state that was given is unchanged', () => {
    const before = structuredClone(state);
    decide(state, failed(), limits);
    expect(state).toEqual(before);
  });
});

function tokens({ budget }: RetryState): number {
  return budget.tokens;
}

describe('the budget', () => {
  const used: RetryState = { ...state, budget: { tokens: 100, capacity: 500 } };

  test('pays for a retry, and gets it back when the call goes well', () => {
    const [paid] = decide(used, failed(), limits);
    expect(tokens(paid)).toBe(95);
    const [earned] = decide(paid, { kind: 'succeeded', now: 2000 }, limits);
    expect(tokens(earned)).toBe(100);
  });

  test('grows a little with a call that needs no retry, up to its capacity', () => {
    expect(tokens(decide(used, { kind: 'succeeded', now: 0 }, limits)[0])).toBe(101);
    expect(tokens(decide(state, { kind: 'succeeded', now: 0 }, limits)[0])).toBe(500);
  });
});

function isAdmitted(from: RetryState, now: number): boolean {
  return admitAttempt(from, now)[1];
}

describe('the breaker', () => {
  const few = { ...limits, breaker: { failures: 2, coolDownMs: 1000, longestCoolDownMs: 3000 } };
  const down = (from: RetryState, now: number): RetryState => decide(from, failed({}, { now }), few)[0];
  const opened = down(down(state, 0), 0);

  test('opens after failures in a row, and holds calls back', () => {
    expect(isAdmitted(down(state, 0), 0)).toBe(true);
    expect(isAdmitted(opened, 999)).toBe(false);
  });

  test('lets one attempt through after its pause, and no second one beside it', () => {
    const [trying, first] = admitAttempt(opened, 1000);
    expect([first, isAdmitted(trying, 1001)]).toEqual([true, false]);
  });

  test('lets another one through when nothing was heard of that one for as long', () => {
    const [trying] = admitAttempt(opened, 1000);
    expect(isAdmitted(trying, 1999)).toBe(false);
    const [second, isNext] = admitAttempt(trying, 2000);
    expect([isNext, isAdmitted(second, 2999), isAdmitted(second, 3000)]).toEqual([true, false, true]);
  });

  test('closes when that one is answered', () => {
    const [trying] = admitAttempt(opened, 1000);
    const [closed] = decide(trying, { kind: 'succeeded', now: 1500 }, few);
    expect(isAdmitted(closed, 1500)).toBe(true);
  });

  test('doubles its pause when that one fails, up to its bound', () => {
    let current = opened;
    const pauses: number[] = [];
    let now = 1000;
    for (let round = 0; round < 3; round += 1) {
      current = down(admitAttempt(current, now)[0], now);
      const { breaker } = current;
      const until = breaker.kind === 'open' ? breaker.until : now;
      pauses.push(until - now);
      now = until;
    }
    expect(pauses).toEqual([2000, 3000, 3000]);
  });

  test('lets the next one try when the caller ended the one that was to tell', () => {
    const [trying] = admitAttempt(opened, 1000);
    const [left] = decide(trying, { kind: 'abandoned', now: 1200 }, few);
    expect(isAdmitted(left, 1200)).toBe(true);
  });

  test('counts anew after an answer', () => {
    const [answered] = decide(down(state, 0), failed({ kind: 'no' }, { sighting: 'answered' }), few);
    expect(isAdmitted(down(answered, 0), 0)).toBe(true);
  });
});
