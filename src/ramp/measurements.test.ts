import { describe, expect, test } from 'vitest';
import { measure, type Circumstances, type Figure, type Result } from './measurements.ts';
import { usualPlan } from './plan.ts';
import { noSamples, type Samples } from './samples.ts';

const usual: Circumstances = {
  rules: usualPlan.rules,
  baseline: { firstToken: { p50: 400, p95: 800 }, latency: { p50: 1000, p95: 2000 } },
  isWhole: true,
  needsLimits: true,
  usage: [{ name: 'requests a minute', share: 0.4 }],
};
const times = (count: number, ms: number): readonly number[] => Array.from({ length: count }, () => ms);
const errors = (count: number, cause = 'overloaded'): Samples['causes'] => [{ cause, class: 'service', count }];
const depths = (...values: readonly number[]): Samples['depths'] =>
  values.map((depth, index) => ({ at: index * 30_000, depth }));

type Row = readonly [string, Figure, Result | undefined, Partial<Samples>, Partial<Circumstances>?];
const rows: readonly Row[] = [
  ['as fast as ever', 'first-token', 'successful', { firstTokens: times(20, 420) }],
  ['twice as slow and more', 'first-token', 'failed', { firstTokens: times(20, 801) }],
  ['a slow end', 'first-token', 'failed', { firstTokens: [...times(18, 400), ...times(2, 5000)] }],
  ['too few samples', 'first-token', 'inconclusive', { firstTokens: times(9, 400) }],
  ['a time that is no number', 'first-token', 'error', { firstTokens: [...times(19, 400), NaN] }],
  ['a time below zero', 'first-token', 'error', { firstTokens: [...times(19, 400), -1] }],
  ['no stream at all', 'first-token', undefined, {}],
  ['no baseline yet', 'first-token', 'successful', { firstTokens: times(20, 9000) }, { baseline: {} }],
  ['as fast as ever', 'latency', 'successful', { latencies: times(20, 1900) }],
  ['too slow', 'latency', 'failed', { latencies: times(20, 2100) }],
  ['no call that went well', 'latency', 'inconclusive', {}],
  ['no failure', 'errors', 'successful', { succeeded: 20 }],
  ['few failures among many', 'errors', 'successful', { succeeded: 190, causes: errors(8) }],
  ['a failure among few', 'errors', 'inconclusive', { succeeded: 19, causes: errors(1) }],
  ['many failures', 'errors', 'failed', { succeeded: 10, causes: errors(10) }],
  ['no call', 'errors', 'inconclusive', {}],
  [
    'only bad requests',
    'errors',
    'successful',
    { succeeded: 10, causes: [{ cause: 'content-empty', class: 'own', count: 90 }] },
  ],
  [
    'nothing but bad requests',
    'errors',
    'inconclusive',
    { causes: [{ cause: 'content-empty', class: 'own', count: 9 }] },
  ],
  ['usage below the limits', 'limits', 'successful', { succeeded: 20 }],
  [
    'a refusal',
    'limits',
    'failed',
    { succeeded: 20, causes: [{ cause: 'rate-limit-requests', class: 'limits', count: 1 }] },
  ],
  [
    'one refusal of very many',
    'limits',
    'successful',
    { succeeded: 99, causes: [{ cause: 'rate-limit-requests', class: 'limits', count: 1 }] },
  ],
  ['no headers, and a pace from them', 'limits', 'inconclusive', { succeeded: 20 }, { usage: [] }],
  ['no headers, and a pace of its own', 'limits', 'successful', { succeeded: 20 }, { usage: [], needsLimits: false }],
  ['a usage that is no number', 'limits', 'error', { succeeded: 20 }, { usage: [{ name: 'requests', share: NaN }] }],
  ['a queue that shrinks', 'queue', 'successful', { depths: depths(90, 60, 30) }],
  ['a queue that grows at the full rate', 'queue', 'failed', { depths: depths(10, 60, 110) }],
  ['a queue that grows behind a step', 'queue', 'successful', { depths: depths(10, 60, 110) }, { isWhole: false }],
  ['too few depths', 'queue', 'inconclusive', { depths: depths(10, 60) }],
  ['a depth that is no number', 'queue', 'error', { depths: depths(10, NaN, 3) }],
  ['no queue', 'queue', undefined, {}],
  ['no bound for the age', 'age', undefined, { depths: [{ at: 0, depth: 1, oldestMs: 9e9 }] }],
  [
    'an entry that is too old',
    'age',
    'failed',
    { depths: [{ at: 0, depth: 1, oldestMs: 61_000 }] },
    { rules: { ...usualPlan.rules, mostAgeMs: 60_000 } },
  ],
];

describe('a figure', () => {
  test.each(
    rows.map(([what, figure, result, samples, circumstances]) => ({ what, figure, result, samples, circumstances })),
  )('with $what: $figure ends as $result', ({ figure, result, samples, circumstances }) => {
    const found = measure({ ...noSamples(0), ...samples }, { ...usual, ...circumstances });
    expect(found.find((one) => one.figure === figure)?.result).toBe(result);
  });

  test('says what was seen and what it is held against', () => {
    const [first] = measure({ ...noSamples(0), firstTokens: times(20, 801) }, usual);
    expect(first?.because).toBe('p50 801 ms, p95 801 ms; 400 and 800 ms are usual, and 2 times that is the bound.');
  });
});
