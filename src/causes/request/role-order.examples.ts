import type { CauseExamples } from '../examples.ts';

/** Reports of roles out of order, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages: roles must alternate between \\"user\\" and \\"assistant\\", but found multiple \\"assistant\\" roles in a row"}}',
      facts: { path: 'messages' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: first message must use the \"user\" role'}}",
      facts: { status: 400 },
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    },
    {
      text: 'Error: 模型请求失败 messages: roles must alternate between "user" and "assistant", but found multiple "user" roles in a row (request id: 20240901120000123456789XyZ)',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.4: role \'system\' must precede an \'assistant\' message or end the array; the directive',
    },
    {
      text: "litellm.BadRequestError: AnthropicException - Invalid first message. Should always start with 'role'='user' for Anthropic. System prompt is sent separately for Anthropic.",
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support assistant message prefill. The conversation must end with a user message."}}',
      cause: 'prefill-unsupported',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: Unexpected role \\"system\\". The Messages API accepts a top-level `system` parameter"}}',
      cause: 'role-invalid',
    },
  ],
};
