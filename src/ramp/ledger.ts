/** What was sent in one second, and what became of it. */
export interface Second {
  /** Seconds since 1970. */
  readonly second: number;
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  /** Input tokens of calls that the service did not refuse. */
  readonly accepted: number;
}

/** What was sent in the last two minutes, the oldest first; seconds in which nothing was sent are absent. */
export type Ledger = readonly Second[];

/** What is counted in a ledger. */
export type Counted = Exclude<keyof Second, 'second'>;

const keptSeconds = 123;
const empty: Omit<Second, 'second'> = { requests: 0, input: 0, output: 0, accepted: 0 };

/** The second that a moment lies in. */
export function secondOf(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The ledger with amounts added to the second of `at`; what is too old is let go. */
export function added(ledger: Ledger, at: number, amounts: Partial<Record<Counted, number>>): Ledger {
  const second = secondOf(at);
  const newest = Math.max(second, ledger.at(-1)?.second ?? second);
  const index = ledger.findLastIndex((one) => one.second <= second);
  const found = ledger[index];
  const isThere = found?.second === second;
  const before = isThere ? found : { second, ...empty };
  const changed: Second = {
    second,
    requests: before.requests + (amounts.requests ?? 0),
    input: before.input + (amounts.input ?? 0),
    output: before.output + (amounts.output ?? 0),
    accepted: before.accepted + (amounts.accepted ?? 0),
  };
  const oldest = newest - keptSeconds;
  const head = ledger.slice(0, isThere ? index : index + 1).filter((one) => one.second >= oldest);
  return [...head, changed, ...ledger.slice(index + 1)];
}

/** The sum over the seconds after `from` up to `to`. */
export function sumOf(ledger: Ledger, what: Counted, from: number, to: number): number {
  let sum = 0;
  for (let at = ledger.length - 1; at >= 0; at--) {
    const one = ledger[at];
    if (!one || one.second <= from) break;
    if (one.second <= to) sum += one[what];
  }
  return sum;
}

/** What was sent in the last minute. The second that runs counts beside sixty whole ones, so that it is never too little. */
export function lastMinute(ledger: Ledger, what: Counted, now: number): number {
  return sumOf(ledger, what, secondOf(now) - 61, secondOf(now));
}

/**
 * By how much input grows at most: over every time up to a minute that ends now, what was sent in it, against what was
 * taken in the minute before it. The service counts in minutes of which nobody says when they begin, so that each must hold.
 */
export function growthOf(ledger: Ledger, now: number): number {
  const end = secondOf(now);
  const sent = Array.from({ length: 122 }, () => 0);
  const taken = Array.from({ length: 122 }, () => 0);
  for (const { second, input, accepted } of ledger) {
    const age = end - second;
    if (age < 0 || age > 121) continue;
    sent[age] = input;
    taken[age] = accepted;
  }
  let inThis = 0;
  let inLast = 0;
  for (let age = 0; age < 60; age++) inLast += taken[age] ?? 0;
  let most = 0;
  for (let age = 0; age <= 60; age++) {
    inThis += sent[age] ?? 0;
    inLast += (taken[age + 60] ?? 0) - (taken[age] ?? 0);
    most = Math.max(most, inThis - inLast);
  }
  return most;
}

/** Milliseconds until the last minute holds at most `most`. */
export function untilBelow(ledger: Ledger, what: Counted, most: number, now: number): number {
  let sum = lastMinute(ledger, what, now);
  if (sum <= most) return 0;
  for (const one of ledger) {
    if (one.second <= secondOf(now) - 61) continue;
    sum -= one[what];
    if (sum <= most) return (one.second + 61) * 1000 - now;
  }
  return 61_000;
}
