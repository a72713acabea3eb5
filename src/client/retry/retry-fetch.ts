import { present } from '../../core/present.ts';
import { fetchCall, numbered, type Fetch } from '../fetch-call.ts';
import { warnProcess } from '../trouble.ts';
import { sendWithRetries } from './http-call.ts';
import { isRepeatable } from './repeatable.ts';
import { settingsOf, type RetryOptions } from './settings.ts';

/** The same fetch, tried again by the cause of a failure. */
export function retryFetch(fetch: Fetch, options: RetryOptions = {}): Fetch {
  return async (input, init) => {
    const { request, number } = fetchCall(input, init);
    const { response } = await sendWithRetries(
      {
        request,
        send: (earlier) => fetch(input instanceof Request ? input.clone() : input, numbered(init, earlier + 1)),
        earlier: number - 1,
        isRepeatable: isRepeatable(init?.body),
        trouble: warnProcess,
        ...present({ signal: request.signal }),
      },
      settingsOf(options),
    );
    return response;
  };
}
