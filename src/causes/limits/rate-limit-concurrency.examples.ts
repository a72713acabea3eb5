import type { CauseExamples } from '../examples.ts';

/** Reports of too many requests at the same time, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of concurrent connections has exceeded your rate limit. Please try again later or contact sales at https://www.anthropic.com/contact-sales to discuss your options for a rate limit increase."}}',
      facts: { status: 429, errorType: 'rate_limit_error' },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Number of concurrent connections has exceeded your rate limit.'}}",
    },
    { text: '[worker 14] claude call failed: Number of concurrent connections has exc' },
  ],
  spares: [
    {
      text: 'API Error: 400 due to tool use concurrency issues. Run /rewind to recover the conversation.',
      cause: 'tool-result-missing',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of requests has exceeded your per-minute rate limit"}}',
      cause: 'rate-limit-requests',
    },
  ],
};
