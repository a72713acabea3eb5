import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { saying } from '../connection.ts';

const limit =
  /(?:timed out after|exceeded (?:timeout|the limit) of|limit of|timeout of)\s{1,2}(\d{1,5}(?:\.\d+)?)\s?(seconds?|secs?|s|ms|minutes?)\b/i;

/** The platform on which the caller's own program runs ended it while it waited. */
export const hostTimeLimit = defineCause<string | undefined>({
  id: 'host-time-limit',
  refines: 'response-timeout',
  title: 'The serverless host ended the program while it waited',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The next attempt has the same time limit, and the answer takes as long.' }),
  signs: [
    ...saying([
      'FUNCTION_INVOCATION_TIMEOUT',
      'Vercel Runtime Timeout Error',
      'Serverless Function has timed out',
      'Sandbox.Timedout',
      'WORKER TIMEOUT',
      'Edge Function has timed out',
      'EDGE_FUNCTION_INVOCATION_TIMEOUT',
      'wall clock time limit reached',
      'Worker exceeded CPU time limit',
      'The request has been terminated because it has reached the maximum request timeout',
      'H12 desc="Request timeout',
    ]),
    { says: 'Task timed out after', pattern: /Task timed out after \d+(?:\.\d+)? seconds/, shared: true },
  ],
  recognize: ({ reading, subject }, { quote }) => {
    const [, amount, unit] = limit.exec(reading?.flat ?? '') ?? [];
    return {
      certainty: subject === 'claude' ? 'proven' : 'likely',
      because: [quote],
      details: amount === undefined || unit === undefined ? undefined : `${amount} ${unit}`,
    };
  },
  explain: (time) =>
    `The platform that runs the calling program ended it${time === undefined ? ' at its time limit' : ` after ${time}`}, while the answer of the API was still being written. The limit is that of the function or worker, not of the API.`,
  remedies: () => [
    {
      action: 'Raise the limit of the function (Vercel: `maxDuration`; AWS Lambda: `Timeout`; gunicorn: `--timeout`).',
      run: 'export const maxDuration = 300;',
    },
    {
      action: 'Stream the answer through to the browser, so that the function answers at once.',
      run: 'client.messages.stream({ ... })',
    },
    { action: 'Move long work into a queue or a batch, and answer the browser with an id.' },
  ],
  docs: pages.longRequests,
});
