import type { CauseExamples } from '../examples.ts';

/** Reports of a cloud client without its region, project or resource, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: Expected `awsRegion` option to be passed to the client or the `AWS_REGION` environment variable to be present\n    at new AnthropicBedrock (/app/node_modules/@anthropic-ai/bedrock-sdk/client.js:52:19)',
    },
    {
      text: 'Error: No region was given. The client should be instantiated with the `region` option or the `CLOUD_ML_REGION` environment variable should be set.',
    },
    {
      text: 'Error: No projectId was given and it could not be resolved from credentials. The client should be instantiated with the `projectId` option or the `ANTHROPIC_VERTEX_PROJECT_ID` environment variable should be set.',
    },
    {
      text: 'AnthropicError: Must provide one of the `baseURL` or `resource` arguments, or the `ANTHROPIC_FOUNDRY_RESOURCE` environment variable',
    },
  ],
  spares: [
    {
      text: 'AnthropicError: No workspace ID found. Set `workspaceId` in the constructor or the `ANTHROPIC_AWS_WORKSPACE_ID` environment variable.',
      cause: 'workspace-id-missing',
    },
    {
      text: 'Error: Could not load the default credentials. Browse to https://cloud.google.com/docs/authentication/getting-started for more information. (AnthropicVertex)',
      cause: 'platform-credentials',
    },
  ],
};
