import { defineFault } from '../core/fault.ts';

/** Is over the limit of input tokens a minute. */
export const rateLimitInputTokens = defineFault({
  id: 'rate-limit-input-tokens',
  cause: 'rate-limit-input-tokens',
  summary: 'Is over the limit of input tokens a minute',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message:
      "This request would exceed your organization's rate limit of 30,000 input tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-sonnet-5). For details, refer to: https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage. Please reduce the prompt length or the maximum tokens requested, or try again later.",
    headers: {
      'retry-after': '12',
      'anthropic-ratelimit-input-tokens-limit': '30000',
      'anthropic-ratelimit-input-tokens-remaining': '0',
    },
  },
});
