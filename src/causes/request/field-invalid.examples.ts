import type { CauseExamples } from '../examples.ts';

/** Reports of an invalid value, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'ValidationException: prompt must start with "\n\nHuman:" turn after an optional system prompt (InvokeModel, anthropic.claude-v2)',
    },
    {
      text: 'POST /v1/messages -> 422 Failed to deserialize the JSON body into the target type: max_tokens: invalid value, expected u32 at line 1 column 40',
      certainty: 'likely',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"stream: Input should be a valid boolean"},"request_id":"req_011CExampleInvalid1"}',
      facts: { path: 'stream' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"service_tier: Input should be 'auto' or 'standard_only'\"}}",
      facts: { status: 400, path: 'service_tier' },
    },
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"metadata: Input does not match the expected shape."}}\n    at APIError.generate (node_modules/@anthropic-ai/sdk/core/error.js:43:20)',
      facts: { status: 400, path: 'metadata' },
    },
    {
      text: 'ValidationException: Malformed input request: #/temperature: 1.5 is not less or equal to 1, please reformat your input and try again. modelId=anthropic.claude-3-5-sonnet-20240620-v1:0',
    },
    { text: 'API Error: 400 claude: top_p: range: 0..1', facts: { status: 400 } },
    {
      text: 'com.anthropic.errors.BadRequestException: 400: {type=error, error={type=invalid_request_error, message=temperature: Input should be less than or equal to 1}}',
      facts: { status: 400 },
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The request could not be understood"}}',
      certainty: 'possible',
    },
    {
      text: 'google.api_core.exceptions.InvalidArgument: 400 Request contains an invalid argument. publishers/anthropic/models/claude-sonnet-4-5',
      certainty: 'possible',
    },
    {
      text: "botocore.exceptions.ParamValidationError: Parameter validation failed:\nInvalid type for parameter messages[0].content, value: Hello, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'> (bedrock-runtime converse)",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '{"error":{"message":"Incorrect API key provided: sk-pr***. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","code":"invalid_api_key"}}',
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.5.content.1.tool_use.input: Input should be an object"}}',
      cause: 'tool-use-input-invalid',
    },
  ],
};
