import type { CauseExamples } from '../examples.ts';

/** Reports of thinking budgets that do not fit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size"}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: 'org.springframework.ai.retry.NonTransientAiException: HTTP 400 - {"type":"error","error":{"type":"invalid_request_error","message":"thinking.enabled.budget_tokens: Input should be greater than or equal to 1024"}}',
      facts: { status: 400, path: 'thinking.enabled.budget_tokens' },
    },
    {
      text: 'Error: An error occurred (ValidationException) when calling the ConverseStream operation: The model returned the following errors: `max_tokens` must be greater than `thinking.budget_to',
      certainty: 'likely',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'max_tokens must be greater than thinking.budget_tokens'}}",
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 128000 > 64000, which is the maximum allowed number of output tokens for claude-haiku-4-5-20251001"}}',
      cause: 'max-tokens-too-large',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"\\"thinking.type.enabled\\" is not supported for this model. Use \\"thinking.type.adaptive\\" and \\"output_config.effort\\" to control thinking behavior."}}',
      cause: 'thinking-mode-unsupported',
    },
  ],
};
