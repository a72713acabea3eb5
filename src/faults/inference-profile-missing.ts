import { defineFault } from '../core/fault.ts';

/** Answers as Bedrock does without an inference profile. */
export const inferenceProfileMissing = defineFault({
  id: 'inference-profile-missing',
  cause: 'inference-profile-missing',
  summary: 'Answers as Bedrock does without an inference profile',
  deed: {
    kind: 'foreign',
    status: 400,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': '5f1c2d3e-0000-4000-8000-1a2b3c4d5e6f',
      'x-amzn-errortype': 'ValidationException',
    },
    body: '{"message":"Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model."}',
  },
});
