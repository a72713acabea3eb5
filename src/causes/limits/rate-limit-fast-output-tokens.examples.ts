import type { CauseExamples } from '../examples.ts';

/** Reports of too many output tokens in fast mode, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 20,000 fast mode output tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-opus-5-5)."},"request_id":"req_011CExampleFast1"}',
      facts: { status: 429, errorType: 'rate_limit_error' },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'This request would exceed your organization\\'s rate limit of 20,000 fast mode output tokens per minute (model: claude-opus-5-5).'}}",
    },
    {
      text: 'HTTP/2 429\nanthropic-fast-output-tokens-limit: 20000\nanthropic-fast-output-tokens-remaining: 0\nanthropic-fast-output-tokens-reset: 2026-11-02T10:00:41Z\nanthropic-ratelimit-output-tokens-remaining: 480000\nretry-after: 31',
      facts: { status: 429, retryAfterSeconds: 31 },
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 20,000 output tokens per minute (model: claude-opus-5-5)."}}',
      cause: 'rate-limit-output-tokens',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"speed: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
  ],
};
