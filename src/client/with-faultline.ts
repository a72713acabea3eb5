import { present } from '../core/present.ts';
import { capturingFetch, type CaptureOptions } from './capture.ts';
import type { Fetch } from './fetch-call.ts';
import { retryFetch } from './retry/retry-fetch.ts';
import type { RetryOptions } from './retry/settings.ts';

/** What a wrapped fetch does. */
export interface FaultlineOptions extends CaptureOptions {
  /** Tries again by cause; switch off the retries of the client that uses the fetch. */
  readonly retry?: boolean | RetryOptions;
}

/**
 * A fetch for everything that takes one (the Vercel AI SDK, LangChain, clients in the form of OpenAI's): every attempt that
 * fails is judged, and what can heal is tried again where that is asked for.
 */
export function withFaultline(fetch: Fetch, options: FaultlineOptions): Fetch {
  const { retry = false, ...captureOptions } = options;
  const captured = capturingFetch(fetch, captureOptions);
  return retry === false
    ? captured
    : retryFetch(captured, { ...present({ redact: options.redact }), ...(retry === true ? {} : retry) });
}
