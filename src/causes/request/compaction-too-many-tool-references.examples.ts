import type { CauseExamples } from '../examples.ts';

/** Reports of this compaction fault, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Too many tool references.","details":{"error_code":"compaction_too_many_tool_references"}},"request_id":"req_011CExampleToomanyt1"}',
      facts: { errorCode: 'compaction_too_many_tool_references', errorType: 'invalid_request_error' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Too many tool references.', 'details': {'error_code': 'compaction_too_many_tool_references'}}}",
      facts: { status: 400, errorCode: 'compaction_too_many_tool_references' },
    },
    {
      text: '2026-11-21T07:12:09Z level=error provider=anthropic status=400 error_code=compaction_too_many_tool_references',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Compaction failed.","details":{"error_code":"compaction_nothing_to_summarize"}}}',
      cause: 'compaction-nothing-to-summarize',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 211180 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
  ],
};
