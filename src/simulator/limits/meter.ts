import type { ErrorAnswer } from '../../core/fault.ts';
import { drained, fullBucket, refilled, waitMs, type Bucket } from './bucket.ts';
import { shownLimits, type Limits } from './limits.ts';

type Metered = 'requests' | 'inputTokens' | 'outputTokens';

/** What one model class of an organization has used. */
export interface Meter {
  readonly buckets: Readonly<Record<Metered, Bucket>>;
  /** Input tokens of the minute that runs, and of the fullest one before it. */
  readonly growth: { readonly minute: number; readonly tokens: number; readonly before: number };
  readonly dollars: number;
}

/** What a call would use. */
export interface Use {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly model: string;
}

const units: Readonly<Record<Metered, string>> = {
  requests: 'requests',
  inputTokens: 'input tokens',
  outputTokens: 'output tokens',
};
const metered: readonly Metered[] = ['requests', 'inputTokens', 'outputTokens'];
/** A price that is near that of the current Sonnet models, for one token. */
const dollars = { input: 3e-6, output: 15e-6 };
const minuteMs = 60_000;

/** A meter that nothing was used of. */
export function freshMeter(limits: Limits, at: number): Meter {
  const bucket = (name: Metered): Bucket => fullBucket(limits[name] ?? shownLimits[name] ?? 0, at);
  return {
    buckets: { requests: bucket('requests'), inputTokens: bucket('inputTokens'), outputTokens: bucket('outputTokens') },
    growth: { minute: Math.floor(at / minuteMs), tokens: 0, before: 0 },
    dollars: 0,
  };
}

/** The meter as it stands at a later time. */
export function atTime({ buckets, growth, dollars: spent }: Meter, at: number): Meter {
  const minute = Math.floor(at / minuteMs);
  return {
    buckets: {
      requests: refilled(buckets.requests, at),
      inputTokens: refilled(buckets.inputTokens, at),
      outputTokens: refilled(buckets.outputTokens, at),
    },
    growth:
      minute === growth.minute
        ? growth
        : { minute, tokens: 0, before: minute === growth.minute + 1 ? growth.tokens : 0 },
    dollars: spent,
  };
}

/** Which limit a call breaks, in the order in which they are looked at; `undefined` when it may pass. */
export function refusalOf(
  meter: Meter,
  limits: Limits,
  use: Use,
  organizationId: string,
  at: number,
): ErrorAnswer | undefined {
  if (limits.spend !== undefined && meter.dollars >= limits.spend) return spendCapReached(at);
  for (const name of metered) {
    const limit = limits[name];
    if (limit === undefined) continue;
    const bucket = meter.buckets[name];
    const needed = name === 'requests' ? 1 : name === 'inputTokens' ? use.inputTokens : 1;
    if (bucket.level >= needed) continue;
    return {
      ...rateLimited(
        `This request would exceed your organization's rate limit of ${limit.toLocaleString('en-US')} ${units[name]} per minute (org: ${organizationId}, model: ${use.model}). For details, refer to: https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage. Please reduce the prompt length or the maximum tokens requested, or try again later. You may also contact sales at https://www.anthropic.com/contact-sales to discuss your options for a rate limit increase.`,
      ),
      headers: { ...limitHeaders(meter), 'retry-after': String(Math.max(1, Math.ceil(waitMs(bucket, needed) / 1000))) },
    };
  }
  if (
    limits.acceleration !== undefined &&
    meter.growth.tokens + use.inputTokens > meter.growth.before + limits.acceleration
  ) {
    return {
      ...rateLimited(
        "This request would exceed your organization's maximum usage increase rate for input tokens per minute. Please scale up your input tokens usage more gradually to stay within the acceleration limit.",
      ),
      code: 'ramp_limit_exceeded',
      headers: { ...limitHeaders(meter), 'retry-after': String(Math.ceil((minuteMs - (at % minuteMs)) / 1000)) },
    };
  }
  return undefined;
}

/** Too many requests at the same time; its recorded answer has neither `retry-after` nor limit headers (2025-05-31). */
export const tooManyAtOnce: ErrorAnswer = rateLimited(
  'Number of concurrent connections has exceeded your rate limit. Please try again later or contact sales at https://www.anthropic.com/contact-sales to discuss your options for a rate limit increase.',
);

function rateLimited(message: string): ErrorAnswer {
  return { status: 429, type: 'rate_limit_error', message };
}

function spendCapReached(at: number): ErrorAnswer {
  const now = new Date(at);
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
  return {
    ...rateLimited(
      `You have reached your API usage limits: your organization has crossed its monthly API usage threshold, set based on your organization's API tier. You will regain access on ${next} at 00:00 UTC.`,
    ),
    code: 'enforced_spend_limit_reached',
  };
}

/** The meter after a call that passed. */
export function used(meter: Meter, use: Use): Meter {
  return {
    buckets: {
      requests: drained(meter.buckets.requests, 1),
      inputTokens: drained(meter.buckets.inputTokens, use.inputTokens),
      outputTokens: drained(meter.buckets.outputTokens, use.outputTokens),
    },
    growth: { ...meter.growth, tokens: meter.growth.tokens + use.inputTokens },
    dollars: meter.dollars + use.inputTokens * dollars.input + use.outputTokens * dollars.output,
  };
}

/** The `anthropic-ratelimit-*` headers; those of tokens are rounded to thousands, and their sum has its own. */
export function limitHeaders({
  buckets: { requests, inputTokens, outputTokens },
}: Meter): Readonly<Record<string, string>> {
  const inputLeft = thousands(inputTokens.level);
  const outputLeft = thousands(outputTokens.level);
  const inputReset = fullAt(inputTokens);
  const outputReset = fullAt(outputTokens);
  return {
    'anthropic-ratelimit-requests-limit': String(requests.capacity),
    'anthropic-ratelimit-requests-remaining': String(Math.max(0, Math.floor(requests.level))),
    'anthropic-ratelimit-requests-reset': wholeSeconds(fullAt(requests)),
    'anthropic-ratelimit-input-tokens-limit': String(inputTokens.capacity),
    'anthropic-ratelimit-input-tokens-remaining': String(inputLeft),
    'anthropic-ratelimit-input-tokens-reset': wholeSeconds(inputReset),
    'anthropic-ratelimit-output-tokens-limit': String(outputTokens.capacity),
    'anthropic-ratelimit-output-tokens-remaining': String(outputLeft),
    'anthropic-ratelimit-output-tokens-reset': wholeSeconds(outputReset),
    'anthropic-ratelimit-tokens-limit': String(inputTokens.capacity + outputTokens.capacity),
    'anthropic-ratelimit-tokens-remaining': String(inputLeft + outputLeft),
    'anthropic-ratelimit-tokens-reset': wholeSeconds(Math.max(inputReset, outputReset)),
  };
}

function fullAt(bucket: Bucket): number {
  return bucket.at + waitMs(bucket, bucket.capacity);
}

function thousands(level: number): number {
  return Math.max(0, Math.round(level / 1000) * 1000);
}

function pair(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

let lastDay = { number: NaN, text: '' };

/** RFC 3339 in whole seconds, as the API writes it. Four of them stand in every answer, mostly of the same day. */
function wholeSeconds(ms: number): string {
  const second = Math.ceil(ms / 1000);
  const number = Math.floor(second / 86_400);
  if (number !== lastDay.number) lastDay = { number, text: new Date(number * 86_400_000).toISOString().slice(0, 11) };
  const clock = second - number * 86_400;
  return `${lastDay.text}${pair(Math.floor(clock / 3600))}:${pair(Math.floor(clock / 60) % 60)}:${pair(clock % 60)}Z`;
}
