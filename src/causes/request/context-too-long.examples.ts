import type { CauseExamples } from '../examples.ts';

/** Reports of prompts that do not fit the window, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 207791 tokens > 200000 maximum"},"request_id":"req_011CExampleLong1"}',
      facts: { status: 400, requestId: 'req_011CExampleLong1' },
    },
    {
      text: 'litellm.exceptions.ContextWindowExceededError: litellm.BadRequestError: AnthropicException - b\'{"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed context limit: 178959 + 64000 > 200000, decrease input length or `max_tokens` and try again"}}\'',
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: Input is too long for requested model.',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: 'API Error: 400 {"error":{"message":"prompt token count of 128581 exceeds the limit of 128000","code":"model_max_prompt_tokens_exceeded"}}  (claude-sonnet-4.6)',
      certainty: 'likely',
      facts: { status: 400 },
    },
    {
      text: '  ⎿  Stop hook error: Hook evaluator API error: Prompt is too long',
      certainty: 'likely',
    },
    { text: '  Context limit reached · /compact or /clear to continue' },
  ],
  spares: [
    {
      text: `| Message | What to do |
| --- | --- |
| prompt is too long: 200001 tokens > 200000 maximum | Start a new conversation |`,
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5"}}',
      cause: 'max-tokens-too-large',
    },
    {
      text: "openai.BadRequestError: Error code: 400 - {'error': {'message': \"This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens.\", 'code': 'context_length_exceeded'}} (https://api.openai.com/v1/chat/completions)",
      cause: 'none',
    },
    {
      text: '413 {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}',
      cause: 'request-too-large',
    },
  ],
};
