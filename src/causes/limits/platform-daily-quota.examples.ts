import type { CauseExamples } from '../examples.ts';

/** Reports of a used-up daily quota of a cloud, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: Request rejected (429) · Too many tokens per day, please wait before trying again.',
      facts: { status: 429 },
    },
    {
      text: 'botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the ConverseStream operation (reached max retries: 4): Too many tokens per day, please wait before\ntrying again.',
      facts: { errorType: 'ThrottlingException' },
    },
    {
      text: 'litellm.RateLimitError: BedrockException - {"message":"Too many tokens per day, please wait before trying again."}',
    },
  ],
  spares: [
    {
      text: 'ThrottlingException: Too many tokens, please wait before trying again. model anthropic.claude-haiku-4-5',
      cause: 'platform-quota',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (model: claude-opus-4-7)."}}',
      cause: 'rate-limit-input-tokens',
    },
  ],
};
