import { systemClock } from '../clock.ts';
import {
  earlierAttempts,
  isSdkClient,
  middlewareOf,
  signalsOf,
  withEarlierAttempts,
  type SdkClient,
  type SdkMiddleware,
  type SdkRequest,
} from '../sdk.ts';
import { finalAnswer } from './final-answer.ts';
import { sendWithRetries } from './http-call.ts';
import { isRepeatable } from './repeatable.ts';
import { settingsOf, type RetryOptions } from './settings.ts';

/**
 * Tries calls of an official TypeScript SDK client again by the cause of their failure. `retry(client, options)` gives a
 * client whose own retries are off. `retry(options)` gives the middleware; what the SDK would try beyond it is counted
 * and not sent.
 */
export function retry<C extends SdkClient>(client: C, options?: RetryOptions): C;
export function retry(options?: RetryOptions): SdkMiddleware;
export function retry<C extends SdkClient>(
  target: C | RetryOptions = {},
  options: RetryOptions = {},
): C | SdkMiddleware {
  if (!isSdkClient(target)) return retryWith(target, true);
  // First, so that every other middleware sees each attempt.
  return target.withOptions({ maxRetries: 0, middleware: [retryWith(options, false), ...middlewareOf(target)] });
}

function retryWith(options: RetryOptions, hasSdkRetries: boolean): SdkMiddleware {
  /** What calls failed with in the end, by the options of the call, which are the same for all attempts of the SDK. */
  const failed = new WeakMap<object, unknown>();
  return async (request, next, context) => {
    const { options: callOptions } = context;
    const earlier = earlierAttempts(request.headers);
    if (callOptions && earlier > 0 && failed.has(callOptions)) throw failed.get(callOptions);
    const signals = signalsOf(request, callOptions);
    try {
      const { response, hasGivenUp } = await sendWithRetries(
        {
          request,
          send: (count) => limited(withEarlierAttempts(request, count), next, signals.limitMs),
          earlier,
          isRepeatable: isRepeatable(request.body),
          trouble: (message, error) => context.logger.error(message, error),
          ...signals,
        },
        settingsOf(options),
      );
      const isTriedAgain = hasSdkRetries || (callOptions?.maxRetries ?? 0) > 0;
      return hasGivenUp && isTriedAgain && !response.ok ? finalAnswer(response) : response;
    } catch (error) {
      if (callOptions) failed.set(callOptions, error);
      throw error;
    }
  };
}

/**
 * Sends one attempt within the SDK's time limit. The limit of the SDK itself would end the whole call with the attempt, so
 * this one has to run out first; it starts earlier, so it does.
 */
async function limited<R extends SdkRequest>(
  request: R,
  next: (request: R) => Promise<Response>,
  limitMs: number | undefined,
): Promise<Response> {
  if (limitMs === undefined) return next(request);
  const limit = new AbortController();
  const callOff = systemClock.after(limitMs, () =>
    limit.abort(new DOMException(`Request timed out after ${limitMs} ms.`, 'TimeoutError')),
  );
  const signal = request.signal ? AbortSignal.any([request.signal, limit.signal]) : limit.signal;
  try {
    return await next({ ...request, signal });
  } finally {
    callOff();
  }
}
