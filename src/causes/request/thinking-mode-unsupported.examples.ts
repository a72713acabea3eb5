import type { CauseExamples } from '../examples.ts';

/** Reports of thinking modes that a model lacks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"\\"thinking.type.enabled\\" is not supported for this model. Use \\"thinking.type.adaptive\\" and \\"output_config.effort\\" to control thinking behavior."},"request_id":"req_011CExampleMode1"}',
      facts: { errorType: 'invalid_request_error', requestId: 'req_011CExampleMode1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'adaptive thinking is not supported on this model'}}",
      facts: { status: 400 },
    },
    {
      text: 'AnthropicError 400 model=claude-sonnet-5-5: To turn thinking off on this model, send "thinking": {"type": "between_tools"} instead of {"type": "disabled"}. The model does not think before',
      facts: { model: 'claude-sonnet-5-5' },
    },
    {
      text: "litellm.BadRequestError: BedrockException - {\"message\":\"The model returned the following errors: thinking: Input tag 'adaptive' found using 'type' does not match any of the expected tags: 'disabled', 'enabled'\"}",
    },
    {
      text: '● API Error: 400 \\"thinking.type.disa\n  bled\\" is not supported for this model. Us\n  e \\"thinking.type.adaptive\\" and \\"output\n  _config.effort\\" to control thinking behav\n  ior.',
    },
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"\'claude-3-5-haiku-20241022\' does not support thinking."},"request_id":"req_vrtx_011CExampleMode2"}',
      facts: { status: 400, requestId: 'req_vrtx_011CExampleMode2' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support the effort parameter."}}',
      cause: 'effort-unsupported',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Thinking may not be enabled when tool_choice forces tool use."}}',
      cause: 'tool-choice-conflict',
    },
  ],
};
