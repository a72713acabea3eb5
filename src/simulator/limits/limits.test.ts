import { describe, expect, test } from 'vitest';
import { drained, fullBucket, refilled, waitMs } from './bucket.ts';
import { parseLimits, tiers } from './limits.ts';

describe('a bucket', () => {
  const empty = drained(fullBucket(60, 0), 60);

  test.each([
    ['at once', 0, 0],
    ['after a second', 1000, 1],
    ['after a minute', 60_000, 60],
    ['after an hour', 3_600_000, 60],
  ])('holds so much %s', (_, at, level) => {
    expect(refilled(empty, at).level).toBe(level);
  });

  test('says how long until it holds an amount', () => {
    expect(waitMs(empty, 10)).toBe(10_000);
    expect(waitMs(refilled(empty, 10_000), 10)).toBe(0);
    expect(waitMs(empty, 1000)).toBe(60_000);
  });

  test('that owes takes longer', () => {
    expect(waitMs(drained(empty, 30), 1)).toBe(31_000);
  });
});

describe('limits as text', () => {
  test.each([
    ['start', tiers.start],
    ['requests=5', { requests: 5 }],
    ['input=30000, output=8000,spend=0.5', { inputTokens: 30_000, outputTokens: 8000, spend: 0.5 }],
    ['build,requests=7', { ...tiers.build, requests: 7 }],
  ])('%s', (text, limits) => {
    expect(parseLimits(text)).toEqual({ limits });
  });

  test.each(['tier4', 'requests=many', 'requests'])('%s is refused with what is known', (text) => {
    const parsed = parseLimits(text);
    expect('problem' in parsed ? parsed.problem : '').toContain('expected start, build');
  });
});
