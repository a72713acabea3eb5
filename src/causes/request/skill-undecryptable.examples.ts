import type { CauseExamples } from '../examples.ts';

/** Reports of skills that cannot be decrypted, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"conflict_error","message":"The skill could not be read.","details":{"error_code":"skill_read_blocked_undecryptable"}},"request_id":"req_011CExampleSkill1"}',
      facts: { errorCode: 'skill_read_blocked_undecryptable' },
    },
    {
      text: "anthropic.ConflictError: Error code: 409 - {'type': 'error', 'error': {'type': 'conflict_error', 'message': 'Skill unavailable', 'details': {'error_code': 'skill_read_blocked_undecryptable'}}}",
      facts: { status: 409 },
    },
    { text: 'status=409 error_code=skill_read_blocked_undecryptable provider=anthropic attempt=3/3' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The encryption key is disabled.","details":{"error_code":"cmek_key_disabled"}}}',
      cause: 'encryption-key-disabled',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleGone` not found."}}',
      cause: 'file-not-found',
    },
  ],
};
