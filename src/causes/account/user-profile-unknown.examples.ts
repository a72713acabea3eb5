import type { CauseExamples } from '../examples.ts';

/** Reports of an unknown user profile, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"No such user profile.","details":{"error_code":"user_profile_not_found"}},"request_id":"req_011CExampleProfile2"}',
      facts: { status: 400, errorCode: 'user_profile_not_found' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'user_profile_not_found'}}}",
    },
    { text: 'UserProfileNotFoundError: 400 {"type":"error","error":{"type":"invalid_re' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"user_profile_required"}}}',
      cause: 'user-profile-required',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"File `file_011Example` not found."}}',
      cause: 'file-not-found',
    },
  ],
};
