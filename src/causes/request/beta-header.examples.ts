import type { CauseExamples } from '../examples.ts';

/** Reports of beta headers that are missing or refused, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `context-2m-2030-01-01` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or try again without the header."},"request_id":"req_011CExampleBeta1"}',
      facts: { requestId: 'req_011CExampleBeta1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Unexpected value(s) `` for the `anthropic-beta` header. Please consult our documentation at docs.anthropic.com or try again without the header.'}}",
      facts: { status: 400 },
    },
    {
      text: 'An error occurred (ValidationException) when calling the InvokeModelWithResponseStream operation: invalid beta flag',
    },
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s)\n     `prompt-caching-scope-2026-01-05` for the\n     `anthropic-beta` header. Please consult',
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.document.source: Input tag \'file\' found using \'type\' does not match any of the expected tags: \'base64\', \'content\', \'text\', \'url\'"}}',
    },
  ],
  spares: [
    {
      text: 'curl https://api.anthropic.com/v1/messages -H "anthropic-version: 2023-06-01" -H "anthropic-beta: files-api-2025-04-14" -d @request.json\n\n{"type":"error","error":{"type":"invalid_request_error","message":"Invalid input"}}',
      cause: 'field-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"context_management: Extra inputs are not permitted"}}',
      cause: 'beta-field-unknown',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      cause: 'version-header',
    },
  ],
};
