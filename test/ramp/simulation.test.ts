import { describe, expect, test } from 'vitest';
import { usualPlan, type Plan } from '../../src/ramp/plan.ts';
import type { Limits } from '../../src/simulator/index.ts';
import { driveRamp, entriesOf, start, type Ramped } from './drive.ts';
import { overshootsOf, tooEarly } from './overshoot.ts';
import type { Weather, WorldEntry } from './service.ts';

const minute = 60_000;
const hour = 60 * minute;
const small: Limits = { requests: 60, inputTokens: 40_000, outputTokens: 15_000 };

interface Scenario {
  readonly name: string;
  readonly weather: Omit<Weather, 'seed'>;
  readonly count?: number;
  readonly poison?: Readonly<Record<number, WorldEntry['poison']>>;
  readonly plan?: Partial<Plan>;
  /** What limits the rate at the end, in calls a minute. */
  readonly fullPerMinute: number;
}

const scenarios: readonly Scenario[] = [
  { name: 'limits by the minute', weather: { limits: [{ fromMs: 0, limits: small }] }, fullPerMinute: 57 },
  {
    name: 'a limit of tokens that binds before that of requests',
    weather: { limits: [{ fromMs: 0, limits: { ...small, requests: 500, inputTokens: 30_000, outputTokens: 9000 } }] },
    fullPerMinute: 40,
  },
  {
    name: 'a limit of growth',
    weather: {
      limits: [
        { fromMs: 0, limits: { requests: 300, inputTokens: 200_000, outputTokens: 80_000, acceleration: 8000 } },
      ],
    },
    count: 12_000,
    fullPerMinute: 280,
  },
  {
    name: 'a limit of calls at the same time',
    weather: {
      limits: [{ fromMs: 0, limits: { requests: 600, inputTokens: 900_000, outputTokens: 400_000, concurrency: 8 } }],
    },
    count: 6000,
    fullPerMinute: 200,
  },
  {
    name: 'a second outage in the middle',
    weather: {
      limits: [{ fromMs: 0, limits: small }],
      outages: [{ fromMs: 20 * minute, untilMs: 50 * minute, how: 'overloaded' }],
    },
    fullPerMinute: 57,
  },
  {
    name: 'a network that is gone for a while',
    weather: {
      limits: [{ fromMs: 0, limits: small }],
      outages: [{ fromMs: 15 * minute, untilMs: 40 * minute, how: 'no-network' }],
    },
    fullPerMinute: 57,
  },
  {
    name: 'random overload',
    weather: { limits: [{ fromMs: 0, limits: small }], overloadedShare: 0.03 },
    count: 6000,
    fullPerMinute: 55,
  },
  {
    name: 'first tokens that are slow for a while',
    weather: {
      limits: [{ fromMs: 0, limits: small }],
      slow: [{ fromMs: 20 * minute, untilMs: 50 * minute, times: 6 }],
    },
    fullPerMinute: 57,
  },
  {
    name: 'poisoned requests',
    weather: { limits: [{ fromMs: 0, limits: small }] },
    poison: { 3: 'refused', 40: 'breaking', 500: 'breaking', 700: 'refused' },
    fullPerMinute: 57,
  },
  {
    name: 'limits that shrink',
    weather: {
      limits: [
        { fromMs: 0, limits: small },
        { fromMs: 30 * minute, limits: { requests: 30, inputTokens: 15_000, outputTokens: 6000 } },
      ],
    },
    fullPerMinute: 27,
  },
  {
    name: 'limits that are nowhere stated',
    weather: { limits: [{ fromMs: 0, limits: small }], isMute: true },
    plan: { fullPerMinute: 200 },
    fullPerMinute: 30,
  },
  {
    name: 'everything at once',
    weather: {
      limits: [
        {
          fromMs: 0,
          limits: { ...small, requests: 200, inputTokens: 120_000, outputTokens: 50_000, acceleration: 10_000 },
        },
        {
          fromMs: 2 * hour,
          limits: { ...small, requests: 90, inputTokens: 60_000, outputTokens: 25_000, acceleration: 10_000 },
        },
      ],
      outages: [{ fromMs: 60 * minute, untilMs: 80 * minute, how: 'overloaded' }],
      overloadedShare: 0.01,
      slow: [{ fromMs: 150 * minute, untilMs: 160 * minute, times: 5 }],
    },
    count: 21_000,
    poison: { 10: 'refused', 2000: 'breaking' },
    fullPerMinute: 82,
  },
];

/** More of them: FAULTLINE_RAMP_SEEDS=20. */
const seeds = Array.from({ length: Number(process.env['FAULTLINE_RAMP_SEEDS'] ?? 2) }, (_, index) => index + 1);
const runs = scenarios.flatMap((scenario) => seeds.map((seed) => ({ ...scenario, seed })));

describe.each(runs)('a ramp through $name, seed $seed', { timeout: 60_000 }, (scenario) => {
  const { weather, seed, count = 4000, poison = {}, plan = {}, fullPerMinute } = scenario;
  let cached: Ramped | undefined;
  const ramped = (): Ramped =>
    (cached ??= driveRamp(entriesOf(count, seed, poison), { ...weather, seed }, { ...usualPlan, ...plan }));

  test('goes over no limit by more than 5 % after the first word of it', () => {
    expect(overshootsOf(ramped().service).filter(({ most }) => most > 1.05)).toEqual([]);
  });

  test('waits as long as it is asked to', () => {
    expect(tooEarly(ramped().service)).toBe(0);
  });

  test('loses nothing, and answers each entry once', () => {
    const { ends, service } = ramped();
    expect(ends.size).toBe(count);
    const taken = service.seen.filter(({ isTaken }) => isTaken).map(({ id }) => id);
    expect(new Set(taken).size).toBe(taken.length);
    const failed = [...ends].filter(([, how]) => how === 'failed').map(([id]) => id);
    expect(failed.toSorted()).toEqual(
      Object.keys(poison)
        .map((index) => `e${index}`)
        .toSorted(),
    );
  });

  test('pays for every retry out of the budget', () => {
    const { service } = ramped();
    const tried = new Set<string>();
    let tokens = usualPlan.retries * 5;
    const ended = service.seen
      .filter(({ isTaken }) => isTaken)
      .map(({ answeredAt }) => answeredAt)
      .toSorted((a, b) => a - b);
    let earned = 0;
    let least = tokens;
    for (const { id, at } of service.seen) {
      for (; (ended[earned] ?? Infinity) <= at; earned++) tokens = Math.min(usualPlan.retries * 5, tokens + 1);
      if (tried.has(id)) tokens -= 5;
      tried.add(id);
      least = Math.min(least, tokens);
    }
    expect(least).toBeGreaterThanOrEqual(0);
  });

  test('is at the full rate when the service is', () => {
    const { doneAt, endedAt, state } = ramped();
    expect(state.step).toBe(usualPlan.steps.length - 1);
    // The minutes before the last one, in which the queue runs out.
    const done = doneAt.filter((at) => at > endedAt - 11 * minute && at <= endedAt - minute).length;
    expect(done / 10).toBeGreaterThan(fullPerMinute * 0.9);
  });
});

test('a virtual day takes seconds', { timeout: 120_000 }, () => {
  const began = performance.now();
  const { endedAt, ends } = driveRamp(
    entriesOf(70_000, 9),
    { seed: 9, limits: [{ fromMs: 0, limits: { requests: 52 } }], overloadedShare: 0.01 },
    usualPlan,
  );
  expect(ends.size).toBe(70_000);
  expect(endedAt - start).toBeGreaterThan(23 * hour);
  expect(performance.now() - began).toBeLessThan(60_000);
});
