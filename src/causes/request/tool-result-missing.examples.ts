import type { CauseExamples } from '../examples.ts';

/** Reports of a missing tool result, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.12: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example. Each `tool_use` block must have a corresponding `tool_result` block in the next message."}}',
      facts: { status: 400, errorType: 'invalid_request_error', path: 'messages.12' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.4: Did not find 2 `tool_result` block(s) at the beginning of this message. Messages following `tool_use` blocks must begin with a matching number of `tool_result` blocks.'}}",
      facts: { status: 400, path: 'messages.4' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_01Example. Each `tool_result` block must have a corresponding `tool_use` block in the previous message."}}',
      cause: 'tool-result-orphan',
    },
  ],
};
