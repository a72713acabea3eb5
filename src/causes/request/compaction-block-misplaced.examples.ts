import type { CauseExamples } from '../examples.ts';

/** Reports of this compaction fault, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The compaction block is misplaced.","details":{"error_code":"compaction_block_misplaced"}},"request_id":"req_011CExampleBlockmis1"}',
      facts: { errorCode: 'compaction_block_misplaced', errorType: 'invalid_request_error' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'The compaction block is misplaced.', 'details': {'error_code': 'compaction_block_misplaced'}}}",
      facts: { status: 400, errorCode: 'compaction_block_misplaced' },
    },
    { text: '2026-11-21T07:12:09Z level=error provider=anthropic status=400 error_code=compaction_block_misplaced' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Compaction failed.","details":{"error_code":"compaction_block_ambiguous"}}}',
      cause: 'compaction-block-ambiguous',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 211180 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
  ],
};
