import { present } from '../../core/present.ts';
import { fetchCall, numbered, type Fetch } from '../fetch-call.ts';
import { isCounted } from '../sdk.ts';
import { warnProcess } from '../trouble.ts';
import { finalAnswer } from './final-answer.ts';
import { sendWithRetries } from './http-call.ts';
import { isRepeatable } from './repeatable.ts';
import { settingsOf, type RetryOptions } from './settings.ts';

/**
 * The same fetch, tried again by the cause of a failure. An official SDK further out counts its own attempts in a header:
 * what it tries beyond is sent once, and it is told when an answer is final.
 */
export function retryFetch(fetch: Fetch, options: RetryOptions = {}): Fetch {
  return async (input, init) => {
    const { request, number } = fetchCall(input, init);
    const settings = settingsOf(number > 1 ? { ...options, attempts: 1 } : options);
    const { response, hasGivenUp } = await sendWithRetries(
      {
        request,
        send: (earlier) => fetch(input instanceof Request ? input.clone() : input, numbered(init, earlier + 1)),
        earlier: number - 1,
        isRepeatable: isRepeatable(init?.body),
        trouble: warnProcess,
        ...present({ signal: request.signal }),
      },
      settings,
    );
    return hasGivenUp && !response.ok && isCounted(request.headers) ? finalAnswer(response) : response;
  };
}
