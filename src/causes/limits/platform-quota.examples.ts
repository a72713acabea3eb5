import type { CauseExamples } from '../examples.ts';

/** Reports of a used-up quota of a cloud, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'io.grpc.StatusRuntimeException: RESOURCE_EXHAUSTED: Quota exceeded for online_prediction_requests with base model: anthropic-claude-sonnet-4-5',
    },
    {
      text: 'botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: 4): Too many tokens, please wait before trying again.',
      certainty: 'likely',
      facts: { errorType: 'ThrottlingException' },
    },
    {
      text: `Traceback (most recent call last):
  File "/srv/app/ask.py", line 12, in <lambda>
  File "/srv/app/client.py", line 40, in call
botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the Converse operation: Too many requests, please wait before trying again.`,
      certainty: 'likely',
      facts: { errorType: 'ThrottlingException' },
    },
    {
      text: '> /init\n  ⎿  API Error (429 Too many tokens, please wait before trying again.) · Retrying in 2 seconds… (attempt 3/10)',
      facts: { status: 429 },
    },
    {
      text: '429 [{"error":{"code":429,"message":"Quota exceeded for aiplatform.googleapis.com/online_prediction_input_tokens_per_minute_per_base_model with base model: anthropic-claude-sonnet-4-5. Please submit a quota increase request. https://cloud.google.com/vertex-ai/docs/generative-ai/quotas-genai.","status":"RESOURCE_EXHAUSTED"}}]',
      facts: { status: 429, errorType: 'RESOURCE_EXHAUSTED', platform: 'vertex' },
    },
    {
      text: 'event: error\ndata: {"type":"error","error":{"type":"throttlingException","message":"Too many requests, please wait before trying again."}}  bedrock anthropic.claude-sonnet-4',
    },
    {
      text: 'Error code: 429 - {"error":{"code":"429","message":"Rate limit is exceeded. Try again in 26 seconds."}} https://contoso.services.ai.azure.com/anthropic/v1/messages',
      facts: { status: 429, platform: 'foundry' },
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '429 Quota exceeded for aiplatform.googleapis.com/generate_content_requests_per_minute_per_project_per_base_model with base model: gemini-9-pro. Please submit a quota increase request.',
      cause: 'none',
    },
    {
      text: 'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-02-01 have exceeded token rate limit of your current OpenAI S0 pricing tier.',
      cause: 'none',
    },
    {
      text: 'botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens per day, please wait before trying again. (anthropic.claude)',
      cause: 'platform-daily-quota',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Number of requests has exceeded your per-minute rate limit"}}',
      cause: 'rate-limit-requests',
    },
  ],
};
