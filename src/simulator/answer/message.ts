import type { Ending } from '../../core/fault.ts';
import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { RequestView, Tool } from '../../core/view.ts';
import type { Draw } from '../draw.ts';
import type { CacheUse } from './cache.ts';
import { sampleOf } from './sample.ts';
import { signatureFor } from './signature.ts';
import { reasoning, sentences, tokensOf } from './words.ts';

/** A content block of an answer. */
export type AnswerBlock = JsonObject & { readonly type: string };

/** What decides an answer apart from the request itself. */
export interface AnswerPlan {
  readonly draw: Draw;
  readonly promptTokens: number;
  readonly cache: CacheUse;
  readonly ending?: Ending;
  /** What the model says in place of sentences from the seed. */
  readonly text?: string;
}

/** A whole answer, as `POST /v1/messages` gives it. */
export interface AnswerMessage {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly AnswerBlock[];
  readonly stop_reason: string;
  readonly stop_sequence: string | null;
  readonly stop_details: JsonObject | null;
  readonly container: null;
  readonly diagnostics: null;
  readonly usage: AnswerUsage;
}

/** The usage of an answer. */
export type AnswerUsage = JsonObject & { readonly input_tokens: number; readonly output_tokens: number };

interface Stop {
  readonly content: readonly AnswerBlock[];
  readonly reason: string;
  readonly sequence?: string;
}

/** What one tool call or one turn of thinking costs beside its text. */
const blockTokens = 8;

/** Composes the answer to a request that was accepted. */
export function composeMessage(view: RequestView, plan: AnswerPlan): AnswerMessage {
  const { draw, ending } = plan;
  const stop = ending ? endedBy(ending, view, plan) : stopped(contentOf(view, plan), view);
  const thinkingTokens = stop.content.reduce((sum, block) => sum + (block.type === 'thinking' ? costOf(block) : 0), 0);
  const outputTokens = stop.content.reduce((sum, block) => sum + costOf(block), 0);
  return {
    id: `msg_011C${draw.token(20)}`,
    type: 'message',
    role: 'assistant',
    model: view.model?.id ?? view.modelId ?? 'claude-sonnet-5',
    content: stop.content,
    stop_reason: stop.reason,
    stop_sequence: stop.sequence ?? null,
    stop_details: stop.reason === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null,
    container: null,
    diagnostics: null,
    usage: usageOf(plan, Math.max(1, outputTokens), thinkingTokens),
  };
}

function usageOf({ promptTokens, cache }: AnswerPlan, outputTokens: number, thinkingTokens: number): AnswerUsage {
  const written = cache.written.fiveMinutes + cache.written.oneHour;
  return {
    input_tokens: Math.max(0, promptTokens - cache.read - written),
    cache_creation_input_tokens: written,
    cache_read_input_tokens: cache.read,
    cache_creation: {
      ephemeral_5m_input_tokens: cache.written.fiveMinutes,
      ephemeral_1h_input_tokens: cache.written.oneHour,
    },
    output_tokens: outputTokens,
    output_tokens_details: { thinking_tokens: thinkingTokens },
    service_tier: 'standard',
    inference_geo: 'global',
  };
}

/** What the model would say if nothing stopped it. */
function contentOf(view: RequestView, plan: AnswerPlan): readonly AnswerBlock[] {
  const content: AnswerBlock[] = thinkingOf(view, plan.draw);
  const tool = calledTool(view);
  if (tool) return [...content, toolCall(tool, plan.draw)];
  content.push({ type: 'text', text: plan.text ?? structuredText(view, plan.draw) ?? spoken(view, plan.draw) });
  return content;
}

function thinkingOf({ thinking }: RequestView, draw: Draw): AnswerBlock[] {
  if (thinking.mode !== 'enabled' && thinking.mode !== 'adaptive') return [];
  const thought = thinking.value?.display === 'omitted' ? '' : reasoning(draw);
  return [{ type: 'thinking', thinking: thought, signature: signatureFor(thought) }];
}

/**
 * The tool that is called: the one that is forced, or else the first one, as long as the last turn brings no result:
 * an agent's loop ends after one round.
 */
function calledTool({ tools, toolChoice, messages }: RequestView): Tool | undefined {
  const own = tools.filter(({ type, name }) => type === 'custom' && name !== undefined);
  if (toolChoice?.type === 'none') return undefined;
  if (toolChoice?.type === 'tool') return own.find(({ name }) => name === toolChoice.name);
  if (toolChoice?.type === 'any') return own[0];
  return messages.at(-1)?.blocks.some(({ type }) => type === 'tool_result') ? undefined : own[0];
}

function toolCall(tool: Tool, draw: Draw): AnswerBlock {
  return {
    type: 'tool_use',
    id: `toolu_01${draw.token(22)}`,
    name: tool.name,
    input: sampleOf(tool.value.input_schema, draw),
    caller: { type: 'direct' },
  };
}

/** A text that fits the output format, where one is asked for. */
function structuredText({ outputConfig, body }: RequestView, draw: Draw): string | undefined {
  const format = isObject(outputConfig?.format) ? outputConfig.format : body.output_format;
  return isObject(format) && format.type === 'json_schema' ? JSON.stringify(sampleOf(format.schema, draw)) : undefined;
}

/** Sentences; a stop sequence that the prompt speaks of is written, so that it stops the answer. */
function spoken(view: RequestView, draw: Draw): string {
  const text = sentences(draw, 2 + draw.index(3));
  const prompt = promptText(view);
  const named = sequencesOf(view).find((sequence) => prompt.includes(sequence));
  return named === undefined ? text : `${text} ${named} ${sentences(draw, 1)}`;
}

function promptText({ messages }: RequestView): string {
  const last = messages.at(-1);
  return last?.text ?? last?.blocks.map(({ value }) => textOf(value.text) ?? '').join(' ') ?? '';
}

function sequencesOf({ body }: RequestView): readonly string[] {
  const { stop_sequences: sequences } = body;
  return isArray(sequences) ? sequences.flatMap((value) => textOf(value) || []) : [];
}

/** Stops the content at a stop sequence or at `max_tokens`, whichever comes first. */
function stopped(content: readonly AnswerBlock[], view: RequestView): Stop {
  const most = view.maxTokens ?? Infinity;
  const kept: AnswerBlock[] = [];
  let left = most;
  for (const block of content) {
    const sequence = firstSequence(block, view);
    const whole = sequence ? { ...block, text: sequence.before } : block;
    const cost = costOf(whole);
    if (cost > left) return { content: [...kept, ...cut(whole, left)], reason: 'max_tokens' };
    kept.push(whole);
    if (sequence) return { content: kept, reason: 'stop_sequence', sequence: sequence.found };
    left -= cost;
  }
  return { content: kept, reason: kept.at(-1)?.type === 'tool_use' ? 'tool_use' : 'end_turn' };
}

function firstSequence(
  { text }: AnswerBlock,
  view: RequestView,
): { readonly before: string; readonly found: string } | undefined {
  if (typeof text !== 'string') return undefined;
  const [first] = sequencesOf(view)
    .map((found) => ({ found, at: text.indexOf(found) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at);
  return first && { before: text.slice(0, first.at), found: first.found };
}

/** As much of a block as so many tokens hold; a tool call that is cut has no input yet. */
function cut(block: AnswerBlock, tokens: number): readonly AnswerBlock[] {
  if (typeof block.text === 'string') return [{ ...block, text: block.text.slice(0, Math.max(1, tokens * 4)) }];
  if (block.type === 'thinking' && typeof block.thinking === 'string') {
    const thinking = block.thinking.slice(0, Math.max(1, tokens * 4));
    return [{ ...block, thinking, signature: signatureFor(thinking) }];
  }
  return [{ ...block, input: {} }];
}

function costOf(block: AnswerBlock): number {
  if (typeof block.text === 'string') return tokensOf(block.text);
  if (typeof block.thinking === 'string') return tokensOf(block.thinking) + blockTokens;
  return tokensOf(JSON.stringify(block.input)) + blockTokens;
}

/** An answer that ends as a fault says. */
function endedBy(ending: Ending, view: RequestView, plan: AnswerPlan): Stop {
  if (ending.isEmpty === true) return { content: [], reason: ending.stopReason };
  const draw = plan.draw;
  if (ending.stopReason === 'pause_turn') {
    const search = {
      type: 'server_tool_use',
      id: `srvtoolu_01${draw.token(22)}`,
      name: 'web_search',
      input: { query: 'rivers of Vienna' },
    };
    return { content: [{ type: 'text', text: sentences(draw, 1) }, search], reason: 'pause_turn' };
  }
  const text = sentences(draw, 2).slice(0, -12);
  return { content: [...thinkingOf(view, draw), { type: 'text', text }], reason: ending.stopReason };
}
