import type { CauseExamples } from '../examples.ts';

/** Reports of a key whose creator left, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The creator of this API key is not a member of the workspace.","details":{"error_code":"claude_code_key_creator_not_member"}},"request_id":"req_011CExampleCreator1"}',
      facts: { status: 400, errorCode: 'claude_code_key_creator_not_member' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Key creator is not a member.', 'details': {'error_code': 'claude_code_key_creator_not_member'}}}",
    },
    {
      text: 'ClaudeCodeKeyCreatorNotMemberError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"...',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This organization has been disabled."}}',
      cause: 'organization-disabled',
    },
  ],
};
