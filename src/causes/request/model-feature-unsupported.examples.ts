import type { CauseExamples } from '../examples.ts';

/** Reports of features that a model or platform lacks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "AI_UnsupportedFunctionalityError: 'Non-image file content parts' functionality not supported (provider anthropic)",
      certainty: 'likely',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support citations."},"request_id":"req_011CExampleFeat1"}',
      facts: { status: 400, requestId: 'req_011CExampleFeat1' },
    },
    {
      text: "botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the ConverseStream operation: This model doesn't support tool use in streaming mode. modelId anthropic.claude-v2:1",
      facts: { errorType: 'ValidationException' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Fast mode is not supported on this model.'}}",
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: messages.0.content.1.image.source.base64.data: URL sources are not supported (global.anthropic.claude-sonnet-4-5-20250929-v1:0)',
      certainty: 'likely',
      facts: { path: 'messages.0.content.1.image.source.base64.data' },
    },
    {
      text: 'Execution failed: CAPIError: 400 model "claude-opus-4.6" not supported for vision',
      certainty: 'likely',
    },
    { text: "HTTP 400: 'claude-opus-4-7' does not support the `speed` parameter.", facts: { status: 400 } },
    { text: "'claude-3-5-haiku-20241022' does not support web search.", certainty: 'likely' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support assistant message prefill. The conversation must end with a user message."}}',
      cause: 'prefill-unsupported',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support the effort parameter."}}',
      cause: 'effort-unsupported',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"adaptive thinking is not supported on this model"}}',
      cause: 'thinking-mode-unsupported',
    },
  ],
};
