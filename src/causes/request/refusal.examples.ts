import type { CauseExamples } from '../examples.ts';

/** Answers that are refusals, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "Error: Claude refused this request (cyber): This request was blocked as it seems to violate Anthropic's Usage Policy.",
    },
    { text: 'agent stopped: claude refused this request, no text was written', certainty: 'likely' },
    {
      text: '{"id":"msg_01ExampleRefuse1","type":"message","role":"assistant","model":"claude-fable-5","content":[],"stop_reason":"refusal","stop_sequence":null,"stop_details":{"type":"refusal","category":"cyber","explanation":null},"usage":{"input_tokens":412,"output_tokens":0}}',
      facts: { stopReason: 'refusal', model: 'claude-fable-5' },
    },
    {
      text: 'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_01ExampleRefuse2","role":"assistant","content":[],"stop_reason":null}}\n\nevent: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"refusal","stop_sequence":null},"usage":{"output_tokens":0}}\n\nevent: message_stop\ndata: {"type":"message_stop"}',
      facts: { stopReason: 'refusal' },
    },
    {
      text: "Message(id='msg_01ExampleRefuse3', content=[], model='claude-opus-5', role='assistant', stop_reason='refusal', stop_sequence=None)\nIndexError: list index out of range",
      facts: { stopReason: 'refusal' },
    },
  ],
  spares: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}',
      cause: 'content-blocked',
    },
    {
      text: '{"id":"msg_01ExampleFine","type":"message","role":"assistant","model":"claude-opus-5","content":[{"type":"text","text":"Done."}],"stop_reason":"end_turn"}',
      cause: 'none',
    },
  ],
};
