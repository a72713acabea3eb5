import type { CauseExamples } from '../examples.ts';

/** Reports of changed compaction blocks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0: the content differs from what was signed.","details":{"error_code":"compaction_content_mismatch"}},"request_id":"req_011CExampleCompact1"}',
      facts: { errorCode: 'compaction_content_mismatch', path: 'messages.0.content.0' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Invalid compaction signature', 'details': {'error_code': 'compaction_signature_invalid'}}}",
      facts: { status: 400 },
    },
    { text: 'ERROR claude status=400 error_code=compaction_tool_changes_mismatch' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Two compaction blocks.","details":{"error_code":"compaction_block_ambiguous"}}}',
      cause: 'compaction-block-ambiguous',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"}}',
      cause: 'thinking-signature-invalid',
    },
  ],
};
