import type { Clock } from '../../src/client/index.ts';

/** A clock on which every wait is over at once, and which keeps what was waited. */
export interface PatientClock extends Clock {
  readonly waits: readonly number[];
  readonly advance: (ms: number) => void;
}

/** Makes a clock for retries in tests: no sleeping, and the waits to look at. */
export function patientClock(start = Date.UTC(2026, 10, 25, 12)): PatientClock {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    advance(ms) {
      now += ms;
    },
    after(ms, action) {
      let isCalledOff = false;
      waits.push(ms);
      queueMicrotask(() => {
        if (isCalledOff) return;
        now += ms;
        action();
      });
      return () => {
        isCalledOff = true;
      };
    },
  };
}
