import { type JsonObject, parsedJson, textOf } from '../../core/json.ts';

/** A content block of a stream, put together from its deltas. */
export interface StreamedBlock {
  readonly type: string;
  readonly start: JsonObject;
  /** Where its `content_block_start` event begins. */
  readonly at: number;
  readonly texts: string[];
  readonly inputs: string[];
  isStopped: boolean;
}

/** The block types that take deltas of a known type. */
const takers = new Map<string, readonly string[]>([
  ['text_delta', ['text']],
  ['citations_delta', ['text']],
  ['thinking_delta', ['thinking']],
  ['signature_delta', ['thinking']],
  ['compaction_delta', ['compaction']],
]);
/** Blocks that never have input: any block that is not among them may be a tool call of some kind. */
const withoutInput = new Set(['text', 'thinking', 'redacted_thinking', 'compaction']);

/** Adds a delta to its block; false when a delta of a known type does not belong to a block of that type. */
export function addDelta(block: StreamedBlock, delta: JsonObject): boolean {
  const type = textOf(delta.type) ?? '';
  if (type === 'input_json_delta') {
    if (withoutInput.has(block.type)) return false;
    block.inputs.push(textOf(delta.partial_json) ?? '');
    return true;
  }
  if (type === 'text_delta') block.texts.push(textOf(delta.text) ?? '');
  return takers.get(type)?.includes(block.type) ?? true;
}

/** The input that a tool call has in the end: what its deltas spell, or what its start brought. */
export function inputOf({ start, inputs }: StreamedBlock): { readonly value?: unknown; readonly isJson: boolean } {
  const text = inputs.join('');
  if (text.trim() === '') return { value: start.input ?? {}, isJson: true };
  const value = parsedJson(text);
  return value === undefined ? { isJson: false } : { value, isJson: true };
}

/** The block as a whole answer would hold it; input that is no JSON is left out. */
export function wholeBlock(block: StreamedBlock): JsonObject {
  if (block.type === 'text') return { ...block.start, text: (textOf(block.start.text) ?? '') + block.texts.join('') };
  if (block.inputs.length === 0) return block.start;
  return { ...block.start, input: inputOf(block).value };
}
