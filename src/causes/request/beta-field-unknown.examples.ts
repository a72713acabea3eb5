import type { CauseExamples } from '../examples.ts';

/** Reports of fields that need a beta, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"context_management: Extra inputs are not permitted"},"request_id":"req_011CExampleBetaField1"}',
      facts: { path: 'context_management' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'tools.4.custom.defer_loading: Extra inputs are not permitted'}}",
      facts: { status: 400 },
    },
    {
      text: 'API Error: 400 {"error":{"message":"{\\"message\\":\\"context_management: Extra inputs are not permitted\\"}. Received Model Group=bedrock-sonnet\\nAvailable Model Group Fallbacks=None","type":"None","param":"None","code":"400"}}',
      facts: { status: 400 },
    },
    {
      text: '⏺ API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"system.1.cache_control.ephemeral.scope:\n     Extra inputs are not permitted"}}',
      facts: { status: 400 },
    },
    {
      text: 'litellm.BadRequestError: VertexAIException BadRequestError - {"type":"error","error":{"type":"invalid_request_error","message":"output_config: Extra inputs are not permitted"}}',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"reasoning_effort: Extra inputs are not permitted"}}',
      cause: 'field-unknown',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `x-2030-01-01` for the `anthropic-beta` header."}}',
      cause: 'beta-header',
    },
  ],
};
