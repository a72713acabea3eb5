import type { CauseExamples } from '../examples.ts';

/** Reports of missing, expired or wrong cloud credentials, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: {"error":"invalid_grant","error_description":"reauth related error"}  (Vertex AI, claude)',
    },
    { text: 'claude over Vertex AI: {"error":"invalid_grant","error_description":"Bad Request"}', certainty: 'likely' },
    {
      text: 'botocore.exceptions.ClientError: An error occurred (ExpiredTokenException) when calling the InvokeModel operation: The security token included in the request is expired',
      facts: { errorType: 'ExpiredTokenException', platform: 'bedrock' },
    },
    {
      text: 'API Error: Could not load credentials from any providers\n    at async resolveAwsCredentials (@aws-sdk/credential-providers)\nCLAUDE_CODE_USE_BEDROCK=1',
    },
    {
      text: 'google.auth.exceptions.DefaultCredentialsError: Your default credentials were not found. To set up Application Default Credentials, see https://cloud.google.com/docs/authentication/external/set-up-adc for more information.\n  in AnthropicVertex._ensure_access_token',
    },
    {
      text: '401 {"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource."}} POST https://contoso.services.ai.azure.com/anthropic/v1/messages',
      facts: { status: 401, platform: 'foundry' },
    },
    {
      text: '{"error":{"code":401,"message":"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.","status":"UNAUTHENTICATED"}} us-east5-aiplatform.googleapis.com publishers/anthropic/models/claude-sonnet-4-5@20250929',
      facts: { status: 401, errorType: 'UNAUTHENTICATED', platform: 'vertex' },
    },
    {
      text: 'operation error Bedrock Runtime: InvokeModel, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata',
      certainty: 'likely',
    },
    {
      text: 'botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from custom-process: profile [work] expired\n  File "anthropic/lib/bedrock/_auth.py", line 30',
    },
  ],
  spares: [
    {
      text: 'DefaultCredentialsError   Traceback (most recent call last)\nFile /opt/lib/site-packages/litellm/llms/gemini.py:141, in completion(model)\n--> 141  response = model.generate_content(prompt)',
      cause: 'none',
    },
    {
      text: 'upload failed: An error occurred (ExpiredToken) when calling the PutObject operation: The security token included in the request is expired (s3)',
      cause: 'none',
    },
    {
      text: 'botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: User: arn:aws:iam::111122223333:user/dev is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      cause: 'platform-permission',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
  ],
};
