import type { CauseExamples } from '../examples.ts';

/** Reports of usage that grew too fast, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s maximum usage increase rate for input tokens per minute. Please scale up your input tokens usage more gradually to stay within the acceleration limit.","details":{"error_code":"ramp_limit_exceeded"}},"request_id":"req_011CExampleRamp1"}',
      facts: { status: 429, errorCode: 'ramp_limit_exceeded' },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'This request would exceed your organization’s maximum usage increase rate for output tokens per minute.'}}",
    },
    { text: 'RampLimitExceededError: 429 {"type":"error","error":{"type":"rate_limit_er' },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (model: claude-opus-4-7)."}}',
      cause: 'rate-limit-input-tokens',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"enforced_spend_limit_reached"}}}',
      cause: 'spend-limit-tier',
    },
    {
      text: 'You might also encounter 429 errors because of acceleration limits if your use of the Claude API rises sharply.',
      cause: 'none',
    },
  ],
};
