import type { CauseExamples } from '../examples.ts';

/** Reports of an answer without content, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"id":"msg_01Example","type":"message","role":"assistant","model":"claude-sonnet-5","content":[],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":2210,"output_tokens":3}}',
      facts: { stopReason: 'end_turn' },
    },
    {
      text: "Message(id='msg_01Example', content=[], model='claude-opus-5', role='assistant', stop_reason='end_turn', usage=Usage(output_tokens=2))",
    },
    {
      text: `    return message.content[0].text
           ~~~~~~~~~~~~~~~^^^
IndexError: list index out of range  # anthropic`,
      certainty: 'likely',
    },
    {
      text: 'Unexpected API Response: The language model did not provide any assistant messages. (claude-sonnet-5)',
      certainty: 'likely',
    },
    {
      text: `TypeError: Cannot read properties of undefined (reading 'text')
    const text = response.content[0].text; // @anthropic-ai/sdk`,
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '{"type":"message","role":"assistant","model":"claude-sonnet-5","content":[{"type":"text","text":"Cut"}],"stop_reason":"max_tokens"}',
      cause: 'output-truncated',
    },
    {
      text: "AttributeError: 'ThinkingBlock' object has no attribute 'text' at response.content[0].text",
      cause: 'content-block-misread',
    },
    {
      text: 'event: message_start\ndata: {"type":"message_start","message":{"role":"assistant","model":"claude-haiku-4-5","content":[],"stop_reason":null}}\n\nevent: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\nevent: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}\n\nevent: message_stop\ndata: {"type":"message_stop"}',
      cause: 'none',
    },
  ],
};
