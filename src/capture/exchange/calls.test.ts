import { expect, test } from 'vitest';
import { followCalls, waitAsked, type Try } from './calls.ts';

const base = { key: 'a', tookMs: 100, hasFailed: true };

/** What is observed of the last of several tries. */
function observed(...tries: readonly (Partial<Try> & { readonly at: number })[]): readonly string[] {
  const follow = followCalls();
  return tries.map((one) => follow({ ...base, ...one })).at(-1)?.observations ?? [];
}

test('tries of one request are one call until it goes through', () => {
  const follow = followCalls();
  follow({ ...base, at: 0 });
  const second = follow({ ...base, at: 1100, hasFailed: false });
  expect(second).toMatchObject({ isRetry: true, hasRecovered: true, count: 2 });
  expect(second.attempts.map(({ waitedMs }) => waitedMs)).toEqual([undefined, 1000]);
  expect(follow({ ...base, at: 2000 })).toMatchObject({ isRetry: false, count: 1 });
  expect(follow({ ...base, key: 'b', at: 2100 })).toMatchObject({ isRetry: false });
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

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '7', 'retry-after-ms': '120' }, 120],
  [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }, 9000],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('%j asks to wait %s ms', (headers, waitMs) => {
  expect(waitAsked(headers, 0)).toBe(waitMs);
});
