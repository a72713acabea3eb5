import type { Platform } from '../../core/evidence.ts';
import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';

/** What a parsed value looks like. `foreign` ones come with the name of what they are. */
export type Shape =
  | { readonly kind: 'messages' | 'batch' | 'answer' }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unknown' };

const unknown: Shape = { kind: 'unknown' };
/** Members that a request to the Messages API has and few other things do. */
const marks = ['messages', 'max_tokens', 'system', 'anthropic_version', 'tool_choice', 'thinking'];

/** Says what a value is, by its members. */
export function shapeOf(value: unknown): Shape {
  if (!isObject(value)) return unknown;
  if (value.type === 'message' && (value.role !== undefined || value.stop_reason !== undefined))
    return { kind: 'answer' };
  if (value.type === 'error' && isObject(value.error)) return { kind: 'answer' };
  if (isArray(value.requests) && value.requests.some(isBatchEntry)) return { kind: 'batch' };
  // LiteLLM keeps the body as it was sent beside its own form of it.
  if (isObject(value.additional_args)) return unknown;
  const name = foreignName(value);
  if (name !== undefined) return { kind: 'foreign', name };
  if (isArray(value.messages)) return { kind: 'messages' };
  const held = marks.filter((mark) => value[mark] !== undefined);
  const namesClaude = textOf(value.model)?.includes('claude') === true;
  return held.length >= (namesClaude ? 1 : 2) ? { kind: 'messages' } : unknown;
}

function isBatchEntry(entry: unknown): boolean {
  return isObject(entry) && (isObject(entry.params) || entry.custom_id !== undefined);
}

/** The interface that a body was made for, when it is not the Messages API. */
function foreignName(body: JsonObject): string | undefined {
  const model = textOf(body.model) ?? '';
  if (body.inferenceConfig !== undefined || body.toolConfig !== undefined || isConverse(body))
    return 'a request of the Converse API of Amazon Bedrock';
  if (isArray(body.contents)) return 'a request in the form of Gemini';
  if (body.max_tokens_to_sample !== undefined) return 'a request of the retired Text Completions API';
  if (/^(?:openai\/)?(?:gpt-|o\d|chatgpt)/.test(model)) return 'a request to OpenAI';
  if (isArray(body.choices)) return 'an answer in the form of OpenAI';
  if (body.messages === undefined && isArray(body.input) && model !== '')
    return 'a request in the form of the Responses API of OpenAI';
  return undefined;
}

/** Converse writes blocks without a type (`{"text": "..."}`), and has no `max_tokens` beside the messages. */
function isConverse({ messages, max_tokens }: JsonObject): boolean {
  if (max_tokens !== undefined) return false;
  const first = isArray(messages) && isObject(messages[0]) ? messages[0].content : undefined;
  const block = isArray(first) ? first[0] : undefined;
  return isObject(block) && block.type === undefined && (typeof block.text === 'string' || isObject(block.toolResult));
}

/** The cloud that a body was made for: Bedrock and Vertex take the version in the body, each in a form of its own. */
export function platformInBody(body: unknown): Extract<Platform, 'bedrock' | 'vertex'> | undefined {
  const version = isObject(body) ? textOf(body.anthropic_version) : undefined;
  return (['bedrock', 'vertex'] as const).find((platform) => version?.startsWith(`${platform}-`));
}

/** What a reader should know of a body in OpenAI's form that was sent to Claude all the same. */
export function openAiNote(body: unknown): string | undefined {
  const sign = openAiSign(body);
  if (sign === undefined) return undefined;
  return `The request has the form of OpenAI's Chat Completions (${sign}); the Messages API takes another one.`;
}

function openAiSign(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  for (const member of [
    'max_completion_tokens',
    'response_format',
    'frequency_penalty',
    'presence_penalty',
    'functions',
  ])
    if (body[member] !== undefined) return `\`${member}\``;
  if (isArray(body.tools) && body.tools.some((tool) => isObject(tool) && isObject(tool.function)))
    return '`tools[].function`';
  const messages = isArray(body.messages) ? body.messages : [];
  if (messages.some((message) => isObject(message) && message.tool_calls !== undefined))
    return '`messages[].tool_calls`';
  return messages.some((message) => isObject(message) && message.role === 'tool') ? 'the role `tool`' : undefined;
}
