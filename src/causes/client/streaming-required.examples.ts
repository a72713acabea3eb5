import type { CauseExamples } from '../examples.ts';

/** Reports of an SDK that wants streaming, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `AnthropicError: Streaming is required for operations that may take longer than 10 minutes. See https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/typescript#long-requests for more details
    at Anthropic.calculateNonstreamingTimeout`,
    },
    {
      text: 'ValueError: Streaming is required for operations that may take longer than 10 minutes. See https://github.com/anthropics/anthropic-sdk-python#long-requests for more details',
    },
    { text: 'panic: streaming is required for operations that may take longer than 10 minutes' },
    {
      text: 'litellm.InternalServerError: AnthropicException - Streaming is strongly recommended for operations that may take longer than 10 minutes.',
    },
    { text: '[ai] generateText failed: Streaming is required for operations that may take' },
  ],
  spares: [
    { text: 'anthropic.APITimeoutError: Request timed out.', cause: 'response-timeout' },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 200000 > 128000, which is the maximum allowed number of output tokens for claude-sonnet-5"}}',
      cause: 'max-tokens-too-large',
    },
  ],
};
