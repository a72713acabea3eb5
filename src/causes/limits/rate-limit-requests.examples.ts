import type { CauseExamples } from '../examples.ts';

/** Reports of too many requests per minute, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 50 requests per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-haiku-4-5). For details, refer to: https://docs.claude.com/en/api/rate-limits."},"request_id":"req_011CExampleRpm1"}',
      facts: {
        status: 429,
        errorType: 'rate_limit_error',
        requestId: 'req_011CExampleRpm1',
        model: 'claude-haiku-4-5',
      },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Number of requests has exceeded your per-minute rate limit (https://docs.anthropic.com/en/api/rate-limits); see the response headers for current usage.'}}",
      facts: { status: 429 },
    },
    {
      text: 'HTTP/2 429\ncontent-type: application/json\nanthropic-ratelimit-requests-limit: 50\nanthropic-ratelimit-requests-remaining: 0\nanthropic-ratelimit-requests-reset: 2026-11-02T10:00:41Z\nanthropic-ratelimit-input-tokens-remaining: 48000\nretry-after: 12\nrequest-id: req_011CExampleRpm2',
      facts: { status: 429, retryAfterSeconds: 12, requestId: 'req_011CExampleRpm2' },
    },
  ],
  spares: [
    {
      text: 'HTTP/2 200\nanthropic-ratelimit-requests-limit: 50\nanthropic-ratelimit-requests-remaining: 0\nrequest-id: req_011CExampleRpm3\n\n{"type":"message","role":"assistant","content":[{"type":"text","text":"Done."}],"stop_reason":"end_turn"}',
      cause: 'none',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-haiku-4-5)."}}',
      cause: 'rate-limit-input-tokens',
    },
    {
      text: 'openai.RateLimitError: Error code: 429 - {"error":{"message":"Rate limit reached for gpt-4o on requests per min (RPM): Limit 500, Used 500","code":"rate_limit_exceeded"}}',
      cause: 'none',
    },
  ],
};
