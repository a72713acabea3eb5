import type { CauseExamples } from '../examples.ts';

/** Reports of tool blocks without tools, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Requests which include `tool_use` or `tool_result` blocks must define tools."}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: The toolConfig field must be defined when using toolUse and toolResult content blocks.',
    },
    {
      text: "litellm.UnsupportedParamsError: Bedrock doesn't support tool calling without `tools=` param specified. Pass `tools=` param OR set `litellm.modify_params = True` // `litellm_settings::modify_params: True` to add dummy tool to the request.",
    },
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Requests which include `tool_use` or `tool_res',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Tool \'lookup\' not found in provided tools"}}',
      cause: 'tool-choice-conflict',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools: Input should be a valid array"}}',
      cause: 'field-invalid',
    },
  ],
};
