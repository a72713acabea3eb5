import type { CauseExamples } from '../examples.ts';

/** Reports of parameters that thinking excludes, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"`temperature` may only be set to 1 when thinking is enabled. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#important-considerations-when-using-extended-thinking"}}',
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: The model returned the following errors: `top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive"}}',
      facts: { status: 400 },
    },
    {
      text: '400 messages.6.content.0: When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.',
      facts: { status: 400, path: 'messages.6.content.0' },
    },
    {
      text: "Anthropic::Errors::BadRequestError: output_config.effort 'max' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
    },
    {
      text: 'chat failed: topK is not supported when thinking is enabled (model claude-sonnet-4-5)',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"`temperature` is deprecated for this model."}}',
      cause: 'sampling-conflict',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Thinking may not be enabled when tool_choice forces tool use."}}',
      cause: 'tool-choice-conflict',
    },
  ],
};
