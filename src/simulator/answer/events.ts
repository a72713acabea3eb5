import type { StreamEvent } from '../reply.ts';
import type { AnswerBlock, AnswerMessage } from './message.ts';
import { pieces } from './words.ts';

const wordsEach = 4;
const lettersEach = 24;

/** Takes an answer apart into the events in which it is streamed. */
export function eventsOf(message: AnswerMessage): readonly StreamEvent[] {
  const { output_tokens: outputTokens, output_tokens_details: details, ...input } = message.usage;
  const { service_tier: _tier, inference_geo: _geo, cache_creation: _creation, ...counted } = input;
  return [
    {
      type: 'message_start',
      message: {
        ...message,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        stop_details: null,
        usage: { ...input, output_tokens: Math.min(1, outputTokens) },
      },
    },
    ...message.content.flatMap((block, index) => blockEvents(block, index, message)),
    {
      type: 'message_delta',
      delta: {
        stop_reason: message.stop_reason,
        stop_sequence: message.stop_sequence,
        stop_details: message.stop_details,
      },
      usage: { ...counted, output_tokens: outputTokens, output_tokens_details: details },
    },
    { type: 'message_stop' },
  ];
}

function blockEvents(
  block: AnswerBlock,
  index: number,
  { content, stop_reason: stopReason }: AnswerMessage,
): readonly StreamEvent[] {
  const start = { type: 'content_block_start', index, content_block: emptied(block) };
  const deltas = deltasOf(block).map((delta) => ({ type: 'content_block_delta', index, delta }));
  // A tool call that `max_tokens` cuts is never closed (recorded 2026-02-05).
  const isCutCall = block.type === 'tool_use' && stopReason === 'max_tokens' && index === content.length - 1;
  return [
    start,
    ...(index === 0 ? [{ type: 'ping' }] : []),
    ...(isCutCall ? deltas.slice(0, 1) : deltas),
    ...(isCutCall ? [] : [{ type: 'content_block_stop', index }]),
  ];
}

function emptied(block: AnswerBlock): AnswerBlock {
  if (block.type === 'text') return { ...block, text: '' };
  if (block.type === 'thinking') return { ...block, thinking: '', signature: '' };
  return 'input' in block ? { ...block, input: {} } : block;
}

function deltasOf(block: AnswerBlock): readonly StreamEvent[] {
  if (typeof block.text === 'string')
    return pieces(block.text, wordsEach).map((text) => ({ type: 'text_delta', text }));
  if (typeof block.thinking === 'string') {
    return [
      ...pieces(block.thinking, wordsEach).map((thinking) => ({ type: 'thinking_delta', thinking })),
      { type: 'signature_delta', signature: block.signature },
    ];
  }
  if (!('input' in block)) return [];
  const json = JSON.stringify(block.input);
  const parts = Array.from({ length: Math.ceil(json.length / lettersEach) }, (_, at) =>
    json.slice(at * lettersEach, (at + 1) * lettersEach),
  );
  return ['', ...parts].map((partial) => ({ type: 'input_json_delta', partial_json: partial }));
}
