import type { CauseExamples } from '../examples.ts';

/** Reports of too many input tokens per minute, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-sonnet-4-6). For details, refer to: https://docs.claude.com/en/api/rate-limits."},"request_id":"req_011CExampleItpm1"}',
      facts: { status: 429, errorType: 'rate_limit_error', requestId: 'req_011CExampleItpm1' },
    },
    {
      text: 'AI_RetryError: Failed after 3 attempts. Last error: This request would\nexceed the rate limit for your organization (00000000-0000-4000-8000-000000000000) of 20,000\ninput tokens per minute. For details, refer to: https://docs.anthropic.com/en/api/rate-limits.',
    },
    {
      text: "litellm.RateLimitError: AnthropicException - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Number of request tokens has exceeded your per-minute rate limit (https://docs.anthropic.com/en/api/rate-limits)'}}",
    },
    {
      text: 'status: 429\nheaders: {\n  "anthropic-ratelimit-input-tokens-limit": "50000",\n  "anthropic-ratelimit-input-tokens-remaining": "0",\n  "anthropic-ratelimit-output-tokens-remaining": "9000",\n  "anthropic-ratelimit-requests-remaining": "48"\n}',
      facts: { status: 429 },
    },
  ],
  spares: [
    {
      text: 'On tier 4 Claude Opus allows 2,000,000 input tokens per minute, says the announcement.',
      cause: 'none',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 8,000 output tokens per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-sonnet-4-6)."}}',
      cause: 'rate-limit-output-tokens',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s maximum usage increase rate for input tokens per minute."}}',
      cause: 'rate-limit-acceleration',
    },
  ],
};
