import type { CauseExamples } from '../examples.ts';

/** Reports of a missing user profile, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"A user profile is needed.","details":{"error_code":"user_profile_required"}},"request_id":"req_011CExampleProfile1"}',
      facts: { status: 400, errorCode: 'user_profile_required' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'user_profile_required'}}}",
    },
    { text: 'UserProfileRequiredError: 400 {"type":"error","error":{"type":"invalid_re' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"user_profile_not_found"}}}',
      cause: 'user-profile-unknown',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"anthropic-workspace-id is required when authenticating with an identity-linked API key"}}',
      cause: 'workspace-id-missing',
    },
  ],
};
