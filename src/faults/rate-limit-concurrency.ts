import { defineFault } from '../core/fault.ts';

/** Has too many requests at the same time. */
export const rateLimitConcurrency = defineFault({
  id: 'rate-limit-concurrency',
  cause: 'rate-limit-concurrency',
  summary: 'Has too many requests at the same time',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message:
      'Number of concurrent connections has exceeded your rate limit. Please try again later or contact sales at https://www.anthropic.com/contact-sales to discuss your options for a rate limit increase.',
  },
});
