import type { CauseExamples } from '../examples.ts';

/** Reports of unresolved tool references, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.0: no such tool at this point","details":{"error_code":"tool_reference_unresolved"}},"request_id":"req_011CExampleReference1"}',
      facts: { errorCode: 'tool_reference_unresolved' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"Tool reference 'mcp__files__read' not found in available tools\"}}",
      facts: { status: 400 },
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.18.content.0: Tool reference \'Grep\'\n     not found in available tools"}}',
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Tool \'Grep\' not found in provided tools"}}',
      cause: 'tool-choice-conflict',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"x","details":{"error_code":"tool_name_conflict"}}}',
      cause: 'tool-name-duplicate',
    },
  ],
};
