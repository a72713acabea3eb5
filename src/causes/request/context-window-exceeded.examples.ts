import type { CauseExamples } from '../examples.ts';

/** Answers that ended with a full window, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"id":"msg_01ExampleFull1","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{"type":"text","text":"The third part"}],"stop_reason":"model_context_window_exceeded","usage":{"input_tokens":198120,"output_tokens":1880}}',
      facts: { stopReason: 'model_context_window_exceeded' },
    },
    {
      text: 'data: {"type":"message_delta","delta":{"stop_reason":"model_context_window_exceeded","stop_sequence":null},"usage":{"output_tokens":640}}',
      facts: { stopReason: 'model_context_window_exceeded' },
    },
    {
      text: "pydantic_core.ValidationError: 1 validation error for Message\nstop_reason\n  Input should be 'end_turn', 'max_tokens', 'stop_sequence' or 'tool_use' [type=literal_error, input_value='model_context_window_exceeded', input_type=str]  (anthropic)",
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 211180 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
    {
      text: '{"id":"msg_01ExampleCut","type":"message","role":"assistant","model":"claude-opus-5","content":[{"type":"text","text":"and then"}],"stop_reason":"max_tokens"}',
      cause: 'output-truncated',
    },
  ],
};
