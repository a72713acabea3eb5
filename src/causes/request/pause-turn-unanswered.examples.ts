import type { CauseExamples } from '../examples.ts';

/** Answers that paused, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"id":"msg_01ExamplePause1","type":"message","role":"assistant","model":"claude-opus-4-8","content":[{"type":"server_tool_use","id":"srvtoolu_01Example","name":"web_search","input":{"query":"weather"}}],"stop_reason":"pause_turn"}',
      certainty: 'likely',
      facts: { stopReason: 'pause_turn' },
    },
    {
      text: 'event: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"pause_turn","stop_sequence":null},"usage":{"output_tokens":812}}\n\nevent: message_stop\ndata: {"type":"message_stop"}',
      certainty: 'likely',
      facts: { stopReason: 'pause_turn' },
    },
    { text: "ValueError: Unknown Anthropic stop reason 'pause_turn'", certainty: 'likely' },
  ],
  spares: [
    {
      text: '{"id":"msg_01ExampleDone","type":"message","role":"assistant","model":"claude-opus-4-8","content":[{"type":"text","text":"Sunny."}],"stop_reason":"end_turn"}',
      cause: 'none',
    },
    {
      text: '{"id":"msg_01ExampleFull","type":"message","role":"assistant","model":"claude-opus-4-8","content":[{"type":"text","text":"and so"}],"stop_reason":"model_context_window_exceeded"}',
      cause: 'context-window-exceeded',
    },
  ],
};
