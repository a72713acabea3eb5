import type { RetryAdvice, RetryKind } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';

/** When a retry can help, as the evidence says it. */
export interface Delay {
  readonly waitMs?: number;
  /** A moment, written as the evidence has it. */
  readonly until?: string;
  /** The header or the words that say so. */
  readonly source: string;
}

/** A budget that `anthropic-*-remaining` headers report on. */
export interface Budget {
  /** `ratelimit`, `fast` or `priority`. */
  readonly kind: string;
  /** `requests`, `input-tokens`, `output-tokens` or `tokens`. */
  readonly unit: string;
  readonly limit?: string;
  readonly reset?: string;
}

/** The longest wait that timers hold; clients take a longer one for a mistake and fall back to their own backoff. */
const longestWaitMs = 2 ** 31 - 1;
const httpDate = /^(?:[A-Z][a-z]{2,8}, \d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4} |\d{4}-\d\d-\d\dT)\d\d:\d\d/;

/** How long the answer asks to wait: its headers first, a duration or a date in its words second. */
export function delayOf(evidence: Evidence): Delay | undefined {
  return headerDelay(evidence) ?? wordedDelay(evidence.reading?.flat ?? evidence.response?.message ?? '');
}

/** `retry-after-ms` before `retry-after`; a value that is negative, zero, unreadable or beyond any timer counts as absent. */
function headerDelay({ response }: Evidence): Delay | undefined {
  const { status, headers } = response ?? {};
  // Successful answers have carried a `retry-after` that means nothing.
  if (!headers || (status !== undefined && status < 400)) return undefined;
  const waitMs = plausible(decimal(headers['retry-after-ms']));
  if (waitMs !== undefined) return { waitMs, source: '`retry-after-ms`' };
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  const seconds = decimal(value);
  if (seconds !== undefined) {
    const stated = plausible(seconds * 1000);
    return stated === undefined ? undefined : { waitMs: stated, source: '`retry-after`' };
  }
  return httpDate.test(value) ? untilMoment(value, headers['date'], '`retry-after`') : undefined;
}

/** A moment, with the distance to it where the answer says when it was sent. */
function untilMoment(until: string, sent: string | undefined, source: string): Delay | undefined {
  const distance = Date.parse(until) - Date.parse(sent ?? '');
  if (Number.isNaN(distance)) return Number.isNaN(Date.parse(until)) ? undefined : { until, source };
  const waitMs = plausible(distance);
  return waitMs === undefined ? undefined : { waitMs, until, source };
}

function decimal(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+(?:\.\d*)?$/.test(value.trim()) ? Number(value) : undefined;
}

function plausible(waitMs: number | undefined): number | undefined {
  return waitMs !== undefined && waitMs > 0 && waitMs <= longestWaitMs ? waitMs : undefined;
}

const dated =
  /(?:regain\s+access\s+(?:on|at)|resets?\s+(?:on|at)?|reset\s+time:?|try\s+again\s+(?:after|at|on)|available\s+again\s+(?:at|on))\s*((?:\d{4}-\d\d-\d\d|\d{1,2}(?::\d\d)?\s?[ap]m\b|(?:[A-Z][a-z]{2,8}\s\d{1,2}|[A-Z][a-z]{2,8}day)(?:,|\s(?:at\s)?\d))[^\n"'|\\·∙;(){}]{0,30}(?:\s{0,12}\([A-Za-z_]+(?:\/[A-Za-z_]+)*\))?)/;
const epoch = /usage\s+limit\s+reached\|(\d{10})\b/;
const lasting =
  /(?:try\s+again|retry(?:ing)?|wait)\s+(?:in|after|for)?\s*(\d{1,6}(?:\.\d{1,6})?)\s?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/i;
const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** The moment or the duration that the words of a message state. */
function wordedDelay(flat: string): Delay | undefined {
  const seconds = epoch.exec(flat)?.[1];
  if (seconds !== undefined) return { until: new Date(Number(seconds) * 1000).toISOString(), source: 'the message' };
  const until = dated
    .exec(flat)?.[1]
    ?.replace(/\.?\s*$/, '')
    .replace(/\s+/g, ' ');
  if (until !== undefined) return { until, source: 'the message' };
  const [, amount, unit] = lasting.exec(flat) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const waitMs = plausible(
    Number(amount) * (/^(?:ms|milli)/i.test(unit) ? 1 : (unitMs[unit.charAt(0).toLowerCase()] ?? 1000)),
  );
  return waitMs === undefined ? undefined : { waitMs, source: 'the message' };
}

/** The budgets of which the headers say that nothing is left; they tell which limit binds when the message does not. */
export function usedUpBudgets({ response }: Evidence): readonly Budget[] {
  const headers = response?.headers ?? {};
  return Object.entries(headers).flatMap(([name, value]) => {
    const [, kind, unit] = /^anthropic-(ratelimit|fast|priority)-([a-z-]+)-remaining$/.exec(name) ?? [];
    if (kind === undefined || unit === undefined || decimal(value) !== 0) return [];
    const limit = headers[`anthropic-${kind}-${unit}-limit`];
    const reset = headers[`anthropic-${kind}-${unit}-reset`];
    return [{ kind, unit, ...(limit === undefined ? {} : { limit }), ...(reset === undefined ? {} : { reset }) }];
  });
}

/** What `x-should-retry` says; clients obey it before anything else. */
export function shouldRetry({ response }: Evidence): boolean | undefined {
  const value = response?.headers?.['x-should-retry'];
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** Advice to wait as long as the answer says: `retry-after`, else the reset of the budget that is used up, else a backoff. */
export function waitAsTold(evidence: Evidence, because: string, kind: RetryKind = 'wait'): RetryAdvice {
  if (shouldRetry(evidence) === false) {
    return { kind: 'no', because: 'The answer says that a retry will not help (`x-should-retry: false`).' };
  }
  const delay = delayOf(evidence) ?? resetDelay(evidence);
  if (!delay)
    return {
      kind,
      because: `${because} The answer does not say for how long: back off from a few seconds and double the wait.`,
    };
  const { waitMs, until, source } = delay;
  const length = waitMs === undefined ? '' : ` for ${durationText(waitMs)}`;
  const moment = until === undefined ? '' : ` until ${until}`;
  return {
    kind,
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(until === undefined ? {} : { until }),
    because: `${because} Wait${length || moment}, as ${source} says.`,
  };
}

function resetDelay(evidence: Evidence): Delay | undefined {
  const resets = usedUpBudgets(evidence).flatMap(({ kind, unit, reset }) =>
    reset === undefined ? [] : [{ reset, source: `\`anthropic-${kind}-${unit}-reset\`` }],
  );
  // All used-up budgets must be filled again, so the last of the resets counts.
  const last = resets.toSorted((a, b) => Date.parse(b.reset) - Date.parse(a.reset))[0];
  return last && untilMoment(last.reset, evidence.response?.headers?.['date'], last.source);
}

/** Advice against retrying, with the date from which calls are accepted again where the answer names one. */
export function noRetryBefore(evidence: Evidence, because: string): RetryAdvice {
  // Seconds in a `retry-after` do not move a spend limit: only a date counts.
  const until = wordedDelay(evidence.reading?.flat ?? evidence.response?.message ?? '')?.until;
  return until === undefined ? { kind: 'no', because } : { kind: 'no', until, because };
}

/** A duration in words, in the largest unit that keeps it short: `1 second`, `2.5 minutes`. */
export function durationText(ms: number): string {
  const [size, unit] =
    ms < 1000
      ? ([1, 'millisecond'] as const)
      : ms < 120_000
        ? ([1000, 'second'] as const)
        : ms < 7_200_000
          ? ([60_000, 'minute'] as const)
          : ([3_600_000, 'hour'] as const);
  const amount = Math.round((ms / size) * 10) / 10;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
