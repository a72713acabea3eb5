import type { CauseExamples } from '../examples.ts';

/** Reports of this compaction fault, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"overloaded_error","message":"Compaction is unavailable.","details":{"error_code":"compaction_unavailable"}},"request_id":"req_011CExampleUnavaila1"}',
      facts: { errorCode: 'compaction_unavailable', errorType: 'overloaded_error' },
    },
    {
      text: "anthropic.OverloadedError: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Compaction is unavailable.', 'details': {'error_code': 'compaction_unavailable'}}}",
      facts: { status: 529, errorCode: 'compaction_unavailable' },
    },
    { text: '2026-11-21T07:12:09Z level=error provider=anthropic status=529 error_code=compaction_unavailable' },
  ],
  spares: [
    { text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', cause: 'overloaded' },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 211180 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
  ],
};
