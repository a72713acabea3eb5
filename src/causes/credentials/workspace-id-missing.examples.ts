import type { CauseExamples } from '../examples.ts';

/** Reports of a request without its workspace, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'anthropic-workspace-id is required when authenticating with an identity-linked API key; send the id of the workspace this request acts in.'}, 'request_id': 'req_011CExampleSpace1'}",
      facts: { status: 400, errorType: 'invalid_request_error', requestId: 'req_011CExampleSpace1' },
    },
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"This API key is not scoped to a workspace, so this request must include the anthropic-workspace-id header with the ID of the workspace to use."}}',
    },
    {
      text: 'AnthropicError: No workspace ID found. Set `workspaceId` in the constructor or the `ANTHROPIC_AWS_WORKSPACE_ID` environment variable.\n    at new AnthropicAws (client.mjs:40:13)',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified workspace API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."}}',
      cause: 'spend-limit-own',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      cause: 'version-header',
    },
  ],
};
