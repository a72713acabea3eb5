import type { CauseExamples } from '../examples.ts';

/** Reports of a `max_tokens` above the limit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Bedrock: The maximum tokens you requested exceed the model limit of 8192 (anthropic.claude-3-5-haiku-20241022-v1:0).',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5"},"request_id":"req_011CExampleMax1"}',
      facts: { model: 'claude-opus-5', requestId: 'req_011CExampleMax1' },
    },
    {
      text: 'litellm.BadRequestError: AnthropicException - b\'{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 100000 > 64000, which is the maximum allowed number of output tokens for claude-sonnet-4-5-20250929"}}\'. Received Model Group=sonnet',
    },
    {
      text: 'ValidationException: The maximum tokens you requested exceeds the model limit of 8192. Try again with a maximum tokens value that is lower than 8192. (model anthropic.claude-3-5-sonnet-20240620-v1:0)',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: 'An error occurred (ValidationException) when calling the InvokeModelWithResponseStream operation: Malformed input request: #/max_tokens: 200000 is not less or equal to 131072, please reformat your input and try again.',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed context limit: 178959 + 64000 > 200000, decrease input length or `max_tokens` and try again"}}',
      cause: 'context-too-long',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"`max_tokens` must be greater than `thinking.budget_tokens`."}}',
      cause: 'thinking-budget',
    },
  ],
};
