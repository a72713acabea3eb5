import type { CauseExamples } from '../examples.ts';

/** Reports of tool inputs that are no objects, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.3.content.1.tool_use.input: Input should be an object"},"request_id":"req_011CExampleInput1"}',
      facts: { path: 'messages.3.content.1.tool_use.input' },
    },
    {
      text: 'BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.0.tool_use.input: Input should be a valid dictionary"}}\n    at APIError.generate (node_modules/@anthropic-ai/sdk/error.js:41:20)',
      facts: { status: 400 },
    },
    {
      text: '  ⎿ API Error: 400 {"type":"error","error":{"type":"invalid_request_error","messag\n    e":"messages.57.content.1.tool_use.input: Input should be a valid\n    dictionary"}}',
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: The format of the value at messages.3.content.0.toolUse.input is invalid. Provide a json object for the field and try again.',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.input_schema: Input does not match the expected shape."}}',
      cause: 'tool-schema-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"thinking: Input should be an object"}}',
      cause: 'field-invalid',
    },
  ],
};
