import type { CauseExamples } from '../examples.ts';

/** Reports of a `tool_choice` that does not fit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Thinking may not be enabled when tool_choice forces tool use."},"request_id":"req_011CExampleChoice1"}',
      facts: { requestId: 'req_011CExampleChoice1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'tool_choice.any may only be specified while providing tools'}}",
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Tool \'extract_invoice\' not found in provided tools"}}',
      facts: { status: 400 },
    },
    {
      text: 'AI_APICallError: tool_choice: type "tool" and "any" are not supported for this model. statusCode: 400',
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tool_choice: Input should be a valid dictionary or object to extract fields from"}}',
      facts: { path: 'tool_choice' },
    },
    {
      text: 'ValueError: Model anthropic.claude-v2:1 does not currently support tool_choice. Please see the AWS documentation.',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Requests which include `tool_use` or `tool_result` blocks must define tools."}}',
      cause: 'tools-undefined',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tool_choice.auto.parallel: Extra inputs are not permitted"}}',
      cause: 'field-unknown',
    },
  ],
};
