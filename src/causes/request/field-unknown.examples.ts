import type { CauseExamples } from '../examples.ts';

/** Reports of an unknown field, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"frequency_penalty: Extra inputs are not permitted"},"request_id":"req_011CExampleExtra1"}',
      facts: { path: 'frequency_penalty', requestId: 'req_011CExampleExtra1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.1.tool_calls: Extra inputs are not permitted'}}",
      facts: { status: 400, path: 'messages.1.tool_calls' },
    },
    {
      text: 'litellm.BadRequestError: BedrockException - {"message":"The model returned the following errors: parallel_tool_calls: Extra inputs are not permitted"}',
      facts: { path: 'parallel_tool_calls' },
    },
    {
      text: 'ValidationException: Malformed input request: #: extraneous key [stream] is not permitted#: extraneous key [model] is not permitted, please reformat your input and try again. Invoked anthropic.claude-3-sonnet-20240229-v1:0',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: 'RubyLLM::BadRequestError: Malformed input request: #/messages/0/content/0: extraneous key [type] is not permitted, reformat your input and try again. (bedrock)',
    },
    {
      text: '{"detail":[{"type":"extra_forbidden","loc":["body","reasoning_effort"],"msg":"Extra inputs are not permitted","input":"high"}]} POST https://claude-relay.example.com/v1/messages',
    },
    { text: 'Error: 400 seed extra inputs are not permitted', certainty: 'likely' },
    {
      text: 'botocore.exceptions.ParamValidationError: Parameter validation failed:\nUnknown parameter in inferenceConfig: "topK", must be one of: maxTokens, temperature, topP, stopSequences (bedrock-runtime, anthropic.claude-sonnet-4)',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"context_management: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
    {
      text: 'pydantic.ValidationError: 1 validation error for AppConfig\nworkers\n  Extra inputs are not permitted [type=extra_forbidden]',
      cause: 'none',
    },
  ],
};
