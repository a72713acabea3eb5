import type { CauseExamples } from '../examples.ts';

/** Reports of a denial by the cloud platform, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "openai.BadRequestError: Error code: 400 - {'status': 'failure', 'message': 'aws-bedrock error: The model returned the following errors: You have not filled out the required use-case form for this model. Complete the form in the console before requesting access.'}",
      facts: { status: 400 },
    },
    {
      text: "botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.\nmodel: anthropic.claude-3-opus-20240229-v1:0",
      facts: { errorType: 'AccessDeniedException', platform: 'bedrock' },
    },
    {
      text: 'API Error: 403 User: arn:aws:sts::111122223333:assumed-role/dev/ada is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-west-2:111122223333:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0 because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action',
      facts: { status: 403, platform: 'bedrock' },
    },
    {
      text: 'ResourceNotFoundException: Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model. If you have already filled out the form, try again in 15 minutes.',
      facts: { errorType: 'ResourceNotFoundException' },
    },
    {
      text: `litellm.BadRequestError: Vertex_aiException - {"error":{"code":403,"message":"Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/demo/locations/global/publishers/anthropic/models/claude-sonnet-4-5' (or it may not exist).","status":"PERMISSION_DENIED"}}`,
      facts: { status: 403, errorType: 'PERMISSION_DENIED', platform: 'vertex' },
    },
    {
      text: '400 [{"error":{"code":400,"message":"Project `111122223333` is not allowed to use Publisher Model `projects/demo/locations/us-east5/publishers/anthropic/models/claude-3-opus@20240229`","status":"FAILED_PRECONDITION"}}]',
      facts: { status: 400, platform: 'vertex' },
    },
    {
      text: '401 {"error":{"code":"PermissionDenied","message":"The principal `0000` lacks the required data action `Microsoft.CognitiveServices/accounts/MaaS/chat/completions/action` to perform `POST /anthropic/v1/messages` operation."}}',
      facts: { status: 401 },
    },
    {
      text: "Client error '403 Forbidden' for url 'https://bedrock-runtime.eu-west-1.amazonaws.com/model/eu.anthropic.claude-haiku-4-5-20251001-v1:0/invoke'",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: "An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID. amazon.titan-embed-text-v9",
      cause: 'none',
    },
    {
      text: 'An error occurred (UnrecognizedClientException) when calling the InvokeModel operation: The security token included in the request is invalid. anthropic.claude-3-haiku-20240307-v1:0',
      cause: 'platform-credentials',
    },
    {
      text: 'An error occurred (ThrottlingException) when calling the InvokeModel operation: Too many tokens, please wait before trying again. anthropic.claude-3-haiku-20240307-v1:0',
      cause: 'platform-quota',
    },
  ],
};
