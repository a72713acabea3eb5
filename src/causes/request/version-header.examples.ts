import type { CauseExamples } from '../examples.ts';

/** Reports of a missing or unknown API version, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: "requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://api.anthropic.com/v1/messages\n{'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'anthropic-version: header is required'}}",
      facts: { status: 400 },
    },
    {
      text: 'HTTP 400 {"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: \\"2024-01-01\\" is not a valid version"}}',
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: Malformed input request: #: required key [anthropic_version] not found, please reformat your input and try again.',
    },
    {
      text: 'litellm.BadRequestError: VertexAIException - {"type":"error","error":{"type":"invalid_request_error","message":"anthropic_version: Field required"}}',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `x-2030-01-01` for the `anthropic-beta` header."}}',
      cause: 'beta-header',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}',
      cause: 'field-missing',
    },
  ],
};
