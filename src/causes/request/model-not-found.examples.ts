import type { CauseExamples } from '../examples.ts';

/** Reports of unknown model ids, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error from provider (Anthropic): model: claude-sonnet-great-9',
      certainty: 'likely',
    },
    {
      text: "Foundry, model claude-sonnet-4-6: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist. Wait a moment and try again.'}}",
      certainty: 'likely',
    },
    {
      text: 'El recurso solicitado no se encontró: model: claude-opus-grande-9',
      certainty: 'likely',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-4-5-haiku"},"request_id":"req_011CExampleModel1"}',
      facts: { status: 404, errorType: 'not_found_error', requestId: 'req_011CExampleModel1' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'model: claude-sonet-4-6'}}",
      facts: { status: 404 },
    },
    {
      text: '● API Error: 404 {"type":"error","error":{"type":"not_found_error","message":"model: opus"},"request_id":"req_011CExampleModel2"}',
      facts: { status: 404 },
    },
    {
      text: 'failed to query anthropic: 404 Not Found\n{"type":"error","error":{"type":"not_found_error","message":"model: claude-sonnet-4-6 "}}',
      facts: { status: 404 },
    },
    {
      text: 'ValidationException: The provided model identifier is invalid. (modelId: anthropic.claude-opus-4-7-v1:0)',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: "openai.BadRequestError: Error code: 400 - {'error': {'message': \"litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model=claude-fast\"}}",
      certainty: 'likely',
      facts: { status: 400 },
    },
    {
      text: '[{"error":"Error: 404 {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"not_found_error\\",\\"message\\":\\"model \'claude-haiku-4-5-20251001\' not found\\"},\\"request_id\\":\\"req_0c85dc8198a13cbd\\"}"}]',
      certainty: 'likely',
      facts: { status: 404 },
    },
    {
      text: 'n8n: Could not connect with these settings. The resource you are requesting could not be found (claude-sonnet-9-1)',
      certainty: 'likely',
    },
    { text: 'AI_APICallError: model: claude-sonet-4-5', certainty: 'likely' },
  ],
  spares: [
    {
      text: '2026-05-02T10:11:12Z 404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-5-sonnet-20241022"}}',
      cause: 'model-retired',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: anthropic.claude-haiku-4-5-20251001-v1:0"}}',
      cause: 'model-id-platform',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Not Found"}}',
      cause: 'endpoint-wrong',
    },
  ],
};
