import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { exceeded, limitText, recognizedLimit, retryOfLimit, type LimitDetails } from '../limit-details.ts';

/** More input tokens per minute than the organization may send. */
export const rateLimitInputTokens = defineCause<LimitDetails>({
  id: 'rate-limit-input-tokens',
  title: 'Too many input tokens per minute',
  locus: 'limits',
  retry: (evidence) => retryOfLimit(evidence, 'input-tokens', 'The budget refills continuously.'),
  signs: [
    { says: 'input tokens per minute', type: 'rate_limit_error', unless: 'maximum usage increase rate' },
    { says: ['would exceed', 'rate limit', 'input tokens per minute'], unless: 'maximum usage increase rate' },
    {
      says: 'input tokens per minute',
      unless: 'maximum usage increase rate',
      pattern: exceeded,
      certainty: 'likely',
      shared: true,
    },
    { says: 'Number of request tokens has exceeded your' },
    { says: 'Number of input tokens has exceeded your', shared: true },
    { says: 'prompt tokens per minute', type: 'rate_limit_error', certainty: 'likely' },
    { says: 'Number of request tokens has exceeded your daily rate limit' },
    { header: 'anthropic-ratelimit-input-tokens-remaining', status: 429 },
    { header: 'anthropic-ratelimit-input-tokens-remaining', type: 'rate_limit_error' },
    { says: 'input tokens', unless: ['increase rate', 'gradual'], type: 'rate_limit_error', certainty: 'likely' },
    {
      says: 'prompt length',
      unless: ['output tokens', 'increase rate', 'gradual'],
      type: 'rate_limit_error',
      certainty: 'likely',
    },
  ],
  recognize: (evidence, hit) => recognizedLimit(evidence, hit, 'input-tokens'),
  explain: (details) =>
    `The request would go over the ${limitText(details, 'input tokens')}. Every token of the prompt counts except those read from the cache: history, tools, system prompt, documents and images. A single request that is larger than what is left is refused too, and a conversation that grows meets the limit at every turn.`,
  remedies: () => [
    { action: 'Wait as long as `retry-after` says, then send again.', run: 'new Anthropic({ maxRetries: 6 })' },
    {
      action: 'Cache the part of the prompt that stays the same: cache reads do not count against the limit.',
      run: "cache_control: { type: 'ephemeral' }",
    },
    {
      action: 'Make requests smaller: trim or compact the history, and send only the tools and files that are needed.',
    },
    { action: 'Move work that is not urgent into Message Batches, or move to a higher tier.' },
  ],
  docs: pages.rateLimits,
});
