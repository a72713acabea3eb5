import type { CauseExamples } from '../examples.ts';

/** Reports of a data retention that does not suit the model, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "ValidationException: data retention mode 'default' is not available for this model (anthropic.claude-fable-5)",
    },
    {
      text: "botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: data retention mode 'default' is not available for this model",
    },
    {
      text: 'litellm.BadRequestError: BedrockException - {"message":"data retention mode \'default\' is not avail… model=anthropic.claude-fable-5',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"CORS requests are not allowed for this Organization because of custom retention settings."}}',
      cause: 'browser-blocked',
    },
    {
      text: "ValidationException: Invocation of model ID anthropic.claude-fable-5 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
      cause: 'inference-profile-missing',
    },
  ],
};
