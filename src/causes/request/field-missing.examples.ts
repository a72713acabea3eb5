import type { CauseExamples } from '../examples.ts';

/** Reports of a missing field, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"},"request_id":"req_011CExampleMissing1"}',
      facts: { errorType: 'invalid_request_error', path: 'max_tokens', requestId: 'req_011CExampleMissing1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.2.content.0.image.source: Field required'}}",
      facts: { status: 400, path: 'messages.2.content.0.image.source' },
    },
    {
      text: '[422] Unprocessable Entity from the Claude proxy: {"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required","input":{"model":"claude-haiku-4-5"}}]}',
      facts: { status: 422 },
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again. (model anthropic.claude-3-haiku-20240307-v1:0)',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","mess\n     age":"model: Field requ\n     ired"},"request_id":"req_011CExampleMissing2"}',
      facts: { status: 400 },
    },
    {
      text: "TypeError: proxy_messages() missing 1 required positional argument: 'max_tokens' while forwarding to Anthropic",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: 'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\ndatabase_url\n  Field required [type=missing, input_value={}, input_type=dict]',
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.input_schema: Field required"}}',
      cause: 'tool-schema-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      cause: 'version-header',
    },
  ],
};
