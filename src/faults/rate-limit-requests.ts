import { defineFault } from '../core/fault.ts';

/** Is over the limit of requests a minute. */
export const rateLimitRequests = defineFault({
  id: 'rate-limit-requests',
  cause: 'rate-limit-requests',
  summary: 'Is over the limit of requests a minute',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message:
      "This request would exceed your organization's rate limit of 50 requests per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-sonnet-5). For details, refer to: https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage. Please reduce the prompt length or the maximum tokens requested, or try again later.",
    headers: {
      'retry-after': '12',
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '0',
    },
  },
});
