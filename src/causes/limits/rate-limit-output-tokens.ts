import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { exceeded, limitText, recognizedLimit, retryOfLimit, type LimitDetails } from '../limit-details.ts';

/** More output tokens per minute than the organization may produce. */
export const rateLimitOutputTokens = defineCause<LimitDetails>({
  id: 'rate-limit-output-tokens',
  title: 'Too many output tokens per minute',
  locus: 'limits',
  retry: (evidence) => retryOfLimit(evidence, 'output-tokens', 'The budget refills continuously.'),
  signs: [
    { says: 'output tokens per minute', type: 'rate_limit_error', unless: 'maximum usage increase rate' },
    { says: ['would exceed', 'rate limit', 'output tokens per minute'], unless: 'maximum usage increase rate' },
    {
      says: 'output tokens per minute',
      unless: 'maximum usage increase rate',
      pattern: exceeded,
      certainty: 'likely',
      shared: true,
    },
    { says: 'Number of output tokens has exceeded your', shared: true },
    { header: 'anthropic-ratelimit-output-tokens-remaining', status: 429 },
    { header: 'anthropic-ratelimit-output-tokens-remaining', type: 'rate_limit_error' },
    { says: 'output tokens', unless: ['increase rate', 'gradual'], type: 'rate_limit_error', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognizedLimit(evidence, hit, 'output-tokens'),
  explain: (details) =>
    `The organization has used up its ${limitText(details, 'output tokens')}. What the model really writes counts, thinking included; a large \`max_tokens\` alone does not. The limit is shared by all keys and workspaces and by the models of one class.`,
  remedies: () => [
    { action: 'Wait as long as `retry-after` says, then send again.', run: 'new Anthropic({ maxRetries: 6 })' },
    { action: 'Let fewer long answers run at the same time.' },
    { action: 'Ask for shorter answers and less thinking (a lower effort) where that suffices.' },
    { action: 'Move work that is not urgent into Message Batches, or move to a higher tier.' },
  ],
  docs: pages.rateLimits,
});
