import type { CauseExamples } from '../examples.ts';

/** Reports of a limit that is not named, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Unhandled exception. Anthropic.Exceptions.AnthropicRateLimitException: Status Code: TooManyRequests',
      facts: { status: 429 },
      certainty: 'likely',
    },
    {
      text: 'Could not read the usage of Claude: the endpoint is rate limited right now, try later.',
      certainty: 'likely',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Error"},"request_id":"req_011CExample429a"}',
      facts: { status: 429, errorType: 'rate_limit_error', requestId: 'req_011CExample429a' },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Rate limited'}}",
    },
    { text: '⎿  API Error: Request rejected (429) · this may be a temporary capacity issue' },
    { text: 'worker 3: Rate Limited by Anthropic, next attempt in 8 s', certainty: 'likely' },
    { text: 'reqwest: claude-opus-4-6 request failed: Invalid status code 429 Too Many Requests', certainty: 'likely' },
    {
      text: "Anthropic's API rate limit exceeded. Retrying (attempt 1 of 3)",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of concurrent connections has exceeded your rate limit."}}',
      cause: 'rate-limit-concurrency',
    },
    {
      text: 'github: API rate limit exceeded for user ID 1. https://api.github.com HTTP 429',
      cause: 'none',
    },
  ],
};
