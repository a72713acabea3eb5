import type { Service } from './service.ts';

/** How far a limit was gone over after the first word of it: the most that was sent against what was allowed. */
export interface Overshoot {
  readonly limit: 'requests' | 'input tokens' | 'output tokens' | 'growth' | 'concurrency';
  readonly most: number;
}

const minuteMs = 60_000;

/**
 * Measures by what the service saw. A limit by the minute counts from the first answer that states it (any answer, also a
 * refusal; from the first refusal where answers state no limits), in every minute that begins after that and before the limit
 * changes. The growth and the concurrency limit count from their first refusal.
 */
export function overshootsOf({ seen, limitsAt, isMute }: Service): readonly Overshoot[] {
  const eras = erasOf(limitsAt, seen.at(0)?.at ?? 0, seen.at(-1)?.at ?? 0);
  const overshoots: Overshoot[] = [];
  for (const { from, until } of eras) {
    const limits = limitsAt(from);
    const isWord = (cause: string | undefined): boolean => !isMute || cause?.startsWith('rate-limit-') === true;
    const stated = seen.find(({ at, cause }) => at >= from && isWord(cause))?.answeredAt ?? Infinity;
    const rows = seen.filter(({ at }) => at > stated && at < until);
    const metered = [
      ['requests', limits.requests, () => 1],
      ['input tokens', limits.inputTokens, (row: { readonly input: number }) => row.input],
      [
        'output tokens',
        limits.outputTokens,
        (row: { readonly output: number; readonly isTaken: boolean }) => (row.isTaken ? row.output : 0),
      ],
    ] as const;
    for (const [limit, allowed, amount] of metered) {
      if (allowed === undefined) continue;
      let sum = 0;
      let tail = 0;
      let most = 0;
      for (const row of rows) {
        sum += amount(row);
        for (let first = rows[tail]; first && first.at <= row.at - minuteMs; first = rows[++tail]) sum -= amount(first);
        most = Math.max(most, sum / allowed);
      }
      overshoots.push({ limit, most });
    }
    if (limits.acceleration !== undefined) {
      const warned = seen.find(({ cause }) => cause === 'rate-limit-acceleration')?.answeredAt ?? Infinity;
      overshoots.push({ limit: 'growth', most: growthOf(seen, warned, limits.acceleration) });
    }
    if (limits.concurrency !== undefined) {
      const warned = seen.find(({ cause }) => cause === 'rate-limit-concurrency')?.answeredAt ?? Infinity;
      const most = seen.filter(({ at }) => at > warned).reduce((high, { inFlight }) => Math.max(high, inFlight), 0);
      overshoots.push({ limit: 'concurrency', most: most / limits.concurrency });
    }
  }
  return overshoots;
}

/** Input tokens that were sent in a minute of the clock, against those taken in the one before and what may be added. */
function growthOf(seen: Service['seen'], warned: number, allowed: number): number {
  const sent = new Map<number, number>();
  const taken = new Map<number, number>();
  for (const { at, input, isTaken } of seen) {
    const minute = Math.floor(at / minuteMs);
    sent.set(minute, (sent.get(minute) ?? 0) + input);
    if (isTaken) taken.set(minute, (taken.get(minute) ?? 0) + input);
  }
  let most = 0;
  for (const [minute, amount] of sent)
    if (minute * minuteMs > warned) most = Math.max(most, amount / ((taken.get(minute - 1) ?? 0) + allowed));
  return most;
}

function erasOf(
  limitsAt: Service['limitsAt'],
  first: number,
  last: number,
): readonly { readonly from: number; readonly until: number }[] {
  const eras: { from: number; until: number }[] = [];
  for (let at = first; at <= last; at += 1000) {
    const era = eras.at(-1);
    if (era && limitsAt(era.from) === limitsAt(at)) continue;
    if (era) era.until = at;
    eras.push({ from: at, until: Infinity });
  }
  return eras;
}

/** Requests that were sent before the time was over that a refusal had asked to wait; those under way then do not count. */
export function tooEarly({ seen }: Service): number {
  let until = 0;
  let count = 0;
  const waits = seen
    .flatMap(({ answeredAt, waitMs, cause }) =>
      waitMs === undefined || cause === undefined ? [] : [{ from: answeredAt, to: answeredAt + waitMs }],
    )
    .toSorted((a, b) => a.from - b.from);
  let index = 0;
  for (const { at } of seen) {
    for (let wait = waits[index]; wait && wait.from < at; wait = waits[++index]) until = Math.max(until, wait.to);
    if (at < until) count++;
  }
  return count;
}
