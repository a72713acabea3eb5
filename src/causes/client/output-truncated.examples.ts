import type { CauseExamples } from '../examples.ts';

/** Reports of an answer that was cut off, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "API Error: Claude's response exceeded the 32000 output token maximum. To configure this behavior, set the CLAUDE_CODE_MAX_OUTPUT_TOKENS environment variable.",
    },
    {
      text: '{"id":"msg_01Example","type":"message","role":"assistant","model":"claude-sonnet-5","content":[{"type":"text","text":"First,"}],"stop_reason":"max_tokens","stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":1024}}',
      facts: { stopReason: 'max_tokens' },
    },
    {
      text: 'instructor.exceptions.IncompleteOutputException: The output is incomplete due to a max_tokens length limit. (anthropic)',
    },
    {
      text: "Message(id='msg_01Example', content=[ToolUseBlock(id='toolu_01Example', input={}, name='write_file', type='tool_use')], model='claude-sonnet-5', role='assistant', stop_reason='max_tokens')",
    },
    {
      text: "AI_NoObjectGeneratedError: No object generated: could not parse the response. finishReason: 'length' (anthropic claude-sonnet-5)",
      certainty: 'likely',
    },
    {
      text: 'pydantic_ai.exceptions.UnexpectedModelBehavior: Model token limit (4096) exceeded before any response was generated. claude-sonnet-5',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 300000 > 64000, which is the maximum allowed number of output tokens for claude-haiku-4-5"}}',
      cause: 'max-tokens-too-large',
    },
    {
      text: '{"type":"message","content":[],"stop_reason":"end_turn","model":"claude-sonnet-5"}',
      cause: 'empty-answer',
    },
    {
      text: '{"type":"message","role":"assistant","model":"claude-sonnet-5","content":[{"type":"text","text":"Done."}],"stop_reason":"model_context_window_exceeded"}',
      cause: 'context-window-exceeded',
    },
  ],
};
