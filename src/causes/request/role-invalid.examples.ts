import type { CauseExamples } from '../examples.ts';

/** Reports of a role that is not allowed, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Claude relay answered 422: Failed to deserialize the JSON body into the target type: messages[0].role: unknown variant `developer`, expected `user` or `assistant` at line 1 column 88',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages: Unexpected role \\"developer\\". Allowed roles are \\"user\\" or \\"assistant\\""}}',
      facts: { path: 'messages' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: Unexpected role \"system\". The Messages API accepts a top-level `system` parameter, not \"system\" as an input message role.'}}",
      facts: { status: 400 },
    },
    {
      text: '上游返回错误: messages: Unexpected role "tool". Allowed roles are "user" or "assistant" (request id: 20260114093000123456789AbCdEf)',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.3.role: Input should be \'user\' or \'assistant\'"}}',
      facts: { status: 400, path: 'messages.3.role' },
    },
    {
      text: 'ValidationException: Malformed input request: #/messages/0/role: system is not a valid enum value, please reformat your input and try again. (anthropic.claude-3-5-sonnet)',
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"messages.0: use the top-level \'system\' parameter for the initial system prompt; the directive-only form',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: roles must alternate between \\"user\\" and \\"assistant\\", but found multiple \\"user\\" roles in a row"}}',
      cause: 'role-order',
    },
    {
      text: 'ERROR: role "app_reader" does not exist (SQLSTATE 28000) connecting to postgres://db.internal:5432/app',
      cause: 'none',
    },
  ],
};
