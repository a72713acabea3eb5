/** Time as the simulator sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Does something after a while; the result calls it off. */
  readonly after: (ms: number, action: () => void) => () => void;
}

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
  /** Moves time on, and does what is due on the way, in order. */
  readonly advance: (ms: number) => void;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: Date.now,
  after(ms, action) {
    const timer = setTimeout(action, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Makes a clock for tests: no waiting, and the same times in every run. */
export function virtualClock(start = Date.UTC(2026, 10, 25, 12)): VirtualClock {
  let now = start;
  let waiting: readonly { readonly due: number; readonly action: () => void }[] = [];
  return {
    now: () => now,
    after(ms, action) {
      const entry = { due: now + ms, action };
      waiting = [...waiting, entry];
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.due;
        next.action();
      }
      now = end;
    },
  };
}
