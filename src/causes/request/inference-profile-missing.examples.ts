import type { CauseExamples } from '../examples.ts';

/** Reports of a missing inference profile, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
      facts: { errorType: 'ValidationException' },
    },
    {
      text: '{"message":"Invocation of model ID anthropic.claude-opus-4-5-20251101-v1:0 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an infer',
    },
    {
      text: "API Error: 400 Invocation of model ID anthropic.claude-sonnet-4-20250514-v1:0 with on-demand throughput\n     isn't supported. Retry your request with the ID or ARN of an inference profile that contains this\n     model.",
      facts: { status: 400 },
    },
  ],
  spares: [
    { text: 'API Error (claude-haiku-4-5): 400 The provided model identifier is invalid.', cause: 'model-id-platform' },
    {
      text: "AccessDeniedException: You don't have access to the model with the specified model ID. (anthropic.claude-opus-4-6-v1)",
      cause: 'platform-permission',
    },
  ],
};
