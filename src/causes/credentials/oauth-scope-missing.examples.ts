import type { CauseExamples } from '../examples.ts';

/** Reports of an OAuth token without a needed scope, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: Failed to load usage data: {"type":"error","error":{"type":"permission_error","message":"OAuth token does not meet scope requirement\n user:profile","details":{"error_visibility":"user_facing"}},"request_id":"req_011CExampleScope1"}',
      facts: { errorType: 'permission_error', requestId: 'req_011CExampleScope1' },
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': 'OAuth token does not meet scope requirement user:inference'}}",
      facts: { status: 403 },
    },
    { text: 'time=12:09 level=ERROR msg="usage poll" status=403 body="OAuth token does not meet scope requir' },
    { text: 'OAuth token lacks required scopes. Token must have the following scopes: user:inference' },
  ],
  spares: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this organization."}}',
      cause: 'oauth-org-not-allowed',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has been revoked."}}',
      cause: 'oauth-expired',
    },
  ],
};
