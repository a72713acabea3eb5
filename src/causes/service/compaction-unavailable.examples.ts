import type { CauseExamples } from '../examples.ts';

/** Reports of compaction that is not available, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Compaction is temporarily unavailable.","details":{"error_code":"compaction_unavailable"}}}',
      facts: { status: 529, errorCode: 'compaction_unavailable' },
    },
    {
      text: "anthropic.OverloadedError: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Please try again.', 'details': {'error_code': 'compaction_unavailable'}}}",
    },
    { text: 'claude agent log: errorCode=compaction_unavailable type=overloaded_error attempt=2' },
  ],
  spares: [
    { text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', cause: 'overloaded' },
    {
      text: '{"type":"error","error":{"type":"api_error","message":"Internal server error"}}',
      cause: 'internal-error',
    },
  ],
};
