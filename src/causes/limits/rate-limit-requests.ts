import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { limitText, recognizedLimit, retryOfLimit, type LimitDetails } from '../limit-details.ts';

/** More requests per minute than the organization may send. */
export const rateLimitRequests = defineCause<LimitDetails>({
  id: 'rate-limit-requests',
  title: 'Too many requests per minute',
  locus: 'limits',
  retry: (evidence) => retryOfLimit(evidence, 'requests', 'The budget refills continuously.'),
  signs: [
    { says: 'requests per minute', type: 'rate_limit_error' },
    { says: ['would exceed', 'rate limit', 'requests per minute'] },
    { says: 'Number of requests has exceeded your', shared: true },
    { says: 'Number of request has exceeded your', shared: true },
    { says: ['rate limit of', 'requests per minute', 'organization'], certainty: 'likely', shared: true },
    { header: 'anthropic-ratelimit-requests-remaining', status: 429 },
    { header: 'anthropic-ratelimit-requests-remaining', type: 'rate_limit_error' },
    { says: 'number of requests', type: 'rate_limit_error', certainty: 'likely' },
    { says: ['requests', 'per minute'], unless: 'tokens per minute', type: 'rate_limit_error', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognizedLimit(evidence, hit, 'requests'),
  explain: (details) =>
    `The organization has used up its ${limitText(details, 'requests')}. The limit is shared by all keys and workspaces of the organization and by all models of one class, and it refills continuously, so that short bursts can meet it well before a minute is full.`,
  remedies: () => [
    {
      action: 'Wait as long as `retry-after` says; the SDKs do so, and a larger number of retries often suffices.',
      run: 'new Anthropic({ maxRetries: 6 })',
    },
    { action: 'Send fewer calls at the same time: put a queue in front that spreads them over the minute.' },
    { action: 'Move work that is not urgent into Message Batches, which have limits of their own.' },
    { action: 'See the limits in the Claude Console, and move to a higher tier if they are too low for your load.' },
  ],
  docs: pages.rateLimits,
});
