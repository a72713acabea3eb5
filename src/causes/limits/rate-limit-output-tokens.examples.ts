import type { CauseExamples } from '../examples.ts';

/** Reports of too many output tokens per minute, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 8,000 output tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-sonnet-4-6)."},"request_id":"req_011CExampleOtpm1"}',
      facts: { status: 429, errorType: 'rate_limit_error' },
    },
    {
      text: 'anthropic.errors.RateLimitException: 429: This request would exceed the rate limit for your organization of 16,000 output\ntokens per minute. For details, refer to: https://docs.anthropic.com/en/api/rate-limits',
    },
    {
      text: 'HTTP/1.1 429 Too Many Requests\nanthropic-ratelimit-output-tokens-limit: 16000\nanthropic-ratelimit-output-tokens-remaining: 0\nanthropic-ratelimit-output-tokens-reset: 2026-11-02T10:00:09Z\nanthropic-ratelimit-input-tokens-remaining: 12000\nanthropic-ratelimit-tokens-remaining: 12000',
      facts: { status: 429 },
    },
  ],
  spares: [
    {
      text: 'Which of them counts for Claude: requests per minute, input tokens per minute or output tokens per minute?',
      cause: 'none',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (model: claude-opus-4-7)."}}',
      cause: 'rate-limit-input-tokens',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 300000 > 128000, which is the maximum allowed number of output tokens for claude-opus-4-6"}}',
      cause: 'max-tokens-too-large',
    },
  ],
};
