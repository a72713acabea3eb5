import { expect, test, vi } from 'vitest';
import { toldWhenLate, untilStopped } from './stop.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const heard = (): readonly number[] => signals.map((signal) => process.listenerCount(signal));

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 0],
  ['SIGHUP', 0],
] as const)('%s ends it with %i, and the next signal ends the process as usual', async (signal, code) => {
  vi.useFakeTimers();
  const before = heard();
  const stopped = untilStopped();
  expect(heard()).toEqual(before.map((count) => count + 1));
  process.emit(signal, signal);
  expect(await stopped).toBe(code);
  // npm passes on what the terminal has sent already.
  process.emit(signal, signal);
  vi.advanceTimersByTime(500);
  expect(heard()).toEqual(before);
  vi.useRealTimers();
});

test.each([
  [900, 0],
  [1100, 1],
])('work that takes %i ms is told of %i times', async (takes, times) => {
  vi.useFakeTimers();
  const tell = vi.fn<() => void>();
  const work = toldWhenLate(new Promise<string>((resolve) => setTimeout(() => resolve('done'), takes)), 1000, tell);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await work).toBe('done');
  expect(tell).toHaveBeenCalledTimes(times);
  vi.useRealTimers();
});
