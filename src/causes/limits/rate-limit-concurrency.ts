import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** Too many requests or connections at the same time. */
export const rateLimitConcurrency = defineCause({
  id: 'rate-limit-concurrency',
  title: 'Too many requests at the same time',
  locus: 'limits',
  retry: (evidence) => waitAsTold(evidence, 'It heals as soon as other requests of the organization have ended.'),
  signs: [
    { says: 'Number of concurrent connections has exceeded your rate limit' },
    { says: 'Number of concurrent connections' },
    { says: 'Number of concurrent requests' },
    { says: 'concurrent connections', type: 'rate_limit_error' },
    { says: 'concurrent requests', type: 'rate_limit_error' },
    { says: ['too many concurrent', 'claude'], certainty: 'likely', shared: true },
    { says: 'concurren', type: 'rate_limit_error', certainty: 'likely' },
  ],
  explain: () =>
    'More requests of the organization are open at the same time than it may have. Streams count for as long as they run, also those whose reader has gone away without closing them. This limit is apart from the limits per minute: no budget header is sent with it, and often no `retry-after`.',
  remedies: () => [
    { action: 'Put a semaphore around the calls, and find the number that goes through by halving it.' },
    { action: 'Close streams that nobody reads any more.', run: 'stream.controller.abort()' },
    { action: 'Retry with a growing, random wait, so that waiting calls do not come back all at once.' },
    { action: 'Move bulk work into Message Batches.' },
  ],
  docs: pages.rateLimits,
});
