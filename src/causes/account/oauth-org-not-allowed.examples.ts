import type { CauseExamples } from '../examples.ts';

/** Reports of an organization without subscription sign-in, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this organization.","details":{"error_visibility":"user_facing","error_code":"oauth_not_allowed_for_organization"}},"request_id":"req_011CExampleOrgOauth1"}',
      facts: { status: 403, errorType: 'permission_error', errorCode: 'oauth_not_allowed_for_organization' },
    },
    {
      text: 'API Error: Your organization has disabled Claude subscription access for Claude\n     Code · Use an Anthropic API key instead, or ask your admin to enable access',
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': 'OAuth authentication is currently not allowed for th",
      facts: { status: 403 },
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"OAuth authentication is currently not supported."}}',
      cause: 'oauth-client-restricted',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This organization has been disabled."}}',
      cause: 'organization-disabled',
    },
  ],
};
