import { expect, test } from 'vitest';
import { followCalls, type Try } from './calls.ts';

const base = { tookMs: 100, hasFailed: true };

function keyed(): (tried: Try, key?: string) => ReturnType<ReturnType<typeof followCalls>> {
  const follow = followCalls();
  return (tried, key = 'a') => follow(tried, () => key);
}

/** What is observed of the last of several tries. */
function observed(...tries: readonly (Partial<Try> & { readonly at: number })[]): readonly string[] {
  const follow = keyed();
  return tries.map((one) => follow({ ...base, ...one })).at(-1)?.observations ?? [];
}

test('tries of one request are one call until it goes through', () => {
  const follow = keyed();
  follow({ ...base, at: 0 });
  const second = follow({ ...base, at: 1100, hasFailed: false });
  expect(second).toMatchObject({ isRetry: true, hasRecovered: true, count: 2 });
  expect(second.attempts.map(({ waitedMs }) => waitedMs)).toEqual([undefined, 1000]);
  expect(follow({ ...base, at: 2000 })).toMatchObject({ isRetry: false, count: 1 });
  expect(follow({ ...base, at: 2100 }, 'b')).toMatchObject({ isRetry: false });
});

test.each<[string, readonly (Partial<Try> & { readonly at: number })[], readonly RegExp[]]>([
  ['one try', [{ at: 0 }], []],
  [
    "the client's own retries",
    [
      { at: 0, retry: 0 },
      { at: 600, retry: 1 },
      { at: 1900, retry: 2 },
    ],
    [],
  ],
  [
    'retries above those of the client',
    [
      { at: 0, retry: 0 },
      { at: 600, retry: 1 },
      { at: 1900, retry: 0 },
      { at: 2500, retry: 1 },
    ],
    [/stacked: the client retries by itself \(1 time\), and something above it began anew 1 time\. .* sent 4 times/],
  ],
  ['the same again and again, without a count', [{ at: 0 }, { at: 600 }, { at: 1900 }], [/sent 3 times/]],
  [
    'a retry before its time',
    [{ at: 0, waitMs: 30_000 }, { at: 1300 }],
    [/asked to wait 30 s; this try came after 1\.2 s/],
  ],
  ['a retry at its time', [{ at: 0, waitMs: 1000 }, { at: 1100 }], []],
  ['a request that was forgotten', [{ at: 0, waitMs: 30_000 }, { at: 3_600_000 }], []],
])('%s', (_, tries, said) => {
  expect(observed(...tries)).toEqual(said.map((pattern): unknown => expect.stringMatching(pattern)));
});

test('requests sent side by side are calls of their own, each with its retries', () => {
  const follow = keyed();
  const first = [0, 3, 5, 9].map((at) => follow({ ...base, at, tookMs: 40 }));
  expect(first.map(({ isRetry, count }) => [isRetry, count])).toEqual(first.map(() => [false, 1]));
  const second = [600, 630, 660, 690].map((at) => follow({ ...base, at, tookMs: 200 }));
  expect(second.map(({ isRetry, count }) => [isRetry, count])).toEqual(second.map(() => [true, 2]));
  expect(second.flatMap(({ observations }) => observations)).toEqual([]);
});

test('a retry goes on with the call whose count it continues', () => {
  const follow = keyed();
  follow({ ...base, at: 0, retry: 1, status: 500 });
  follow({ ...base, at: 50, retry: 0, status: 529 });
  expect(follow({ ...base, at: 900, retry: 1 }).attempts.map(({ status }) => status)).toEqual([529, undefined]);
});

test('one of several requests side by side that goes through leaves the others open', () => {
  const follow = keyed();
  follow({ ...base, at: 0 });
  expect(follow({ ...base, at: 20, hasFailed: false })).toMatchObject({ isRetry: false, hasRecovered: false });
  expect(follow({ ...base, at: 900, hasFailed: false })).toMatchObject({ isRetry: true, hasRecovered: true });
});

test('a call that is tried without end keeps its count and its last tries', () => {
  const follow = keyed();
  const last = Array.from({ length: 400 }, (_, number) => follow({ ...base, at: number * 1000, retry: number % 3 })).at(
    -1,
  );
  expect(last).toMatchObject({ count: 400, isRetry: true });
  expect(last?.attempts).toHaveLength(50);
  expect(last?.observations).toEqual([
    expect.stringMatching(/by itself \(2 times\).* anew 133 times.* sent 400 times/),
  ]);
});
