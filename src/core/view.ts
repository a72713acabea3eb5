import type { Platform } from './evidence.ts';
import type { JsonObject } from './json.ts';
import type { Model, ModelResolution, ThinkingMode } from './model.ts';
import type { BodyPath, Problem } from './problem.ts';

/** The operation that a request asks for. Each entry of a `batch` is judged as a `messages` request of its own too. */
export type RequestKind = 'messages' | 'count-tokens' | 'batch';

/** A content block, wherever it stands. */
export interface Block {
  readonly type: string;
  readonly value: JsonObject;
  /** The list that holds it: a message, the top-level `system`, or another block's content. */
  readonly home: 'messages' | 'system';
  /** Index of the message; -1 in `system`. */
  readonly message: number;
  readonly role: string;
  /** Index in the list that holds it. */
  readonly index: number;
  /** The `tool_result`, `document` or `search_result` that holds it. */
  readonly parent: Block | undefined;
}

/** One item of `messages` that is an object. */
export interface Message {
  readonly index: number;
  readonly role: string;
  readonly value: JsonObject;
  /** The content when it is one string. */
  readonly text: string | undefined;
  /** Its blocks in order; empty when the content is a string. Items that are no objects or have no type are left out. */
  readonly blocks: readonly Block[];
  /** Whether the content is a string or an array in which every item became a block. */
  readonly isWhole: boolean;
  /** Whether the content is `""` or `[]`. */
  readonly isEmpty: boolean;
}

/** Consecutive messages of one role, which the API merges into one turn. */
export interface Run {
  readonly role: string;
  readonly messages: readonly Message[];
}

/** One entry of `tools` that is an object. */
export interface Tool {
  readonly index: number;
  readonly value: JsonObject;
  /** `custom` when the type is left out. */
  readonly type: string;
  /** The name, where it is a string. */
  readonly name?: string;
}

/** A `cache_control` mark, in the order in which the API counts them: tools, system, messages. */
export interface CacheMark {
  readonly value: JsonObject;
  /** The TTL that holds: `5m` when left out. */
  readonly ttl: string;
  readonly on: { readonly kind: 'tool'; readonly tool: Tool } | { readonly kind: 'block'; readonly block: Block };
}

/** Thinking as the request sets it, or as the model has it when the request does not. */
export interface Thinking {
  /** `thinking.type` as sent; absent when `thinking` is left out. */
  readonly mode?: ThinkingMode;
  readonly value?: JsonObject;
  readonly budgetTokens?: number;
  /** Whether the model thinks before it answers: set, or the model's default. Absent when the model is not known. */
  readonly isOn?: boolean;
}

/** `tool_choice`, where it has a type. */
export interface ToolChoice {
  readonly type: string;
  readonly name?: string;
  readonly value: JsonObject;
}

/** A range, because tokens cannot be counted outside the API. */
export interface TokenRange {
  readonly low: number;
  readonly high: number;
}

/** The estimated tokens of one part of a request. */
export interface PartEstimate {
  /** `system`, `tools`, `messages.3`. */
  readonly path: string;
  readonly at: BodyPath;
  /** What it is, for a reader: `tool_result (34 blocks)`. */
  readonly what: string;
  readonly bytes: number;
  readonly tokens: TokenRange;
}

/** Where the tokens of a request sit, and what to cut where they are too many. All figures are estimates. */
export interface TokenBudget {
  readonly isEstimate: true;
  readonly total: TokenRange;
  /** The model's context window; absent where the model is not known. */
  readonly window?: number;
  /** What `max_tokens` asks for. */
  readonly answer?: number;
  /** Largest first. */
  readonly parts: readonly PartEstimate[];
  /** What to take out, by the high end of the range, so that prompt and answer fit; empty where they do. */
  readonly cuts: readonly Cut[];
}

/** A part that may go, and why it is the one. */
export interface Cut {
  readonly part: PartEstimate;
  readonly because: string;
}

/** Where the tokens of a request sit; an estimate. */
export interface TokenEstimate {
  readonly total: TokenRange;
  /** The part with the most tokens. */
  readonly largest: () => PartEstimate | undefined;
  /** By part of the request; worked out when asked for. */
  readonly parts: () => readonly PartEstimate[];
}

/** What a look at every string of a body tells. */
export interface Survey {
  /** Characters of all strings, and of the keys in open parts: the prompt has at most a small multiple as tokens. */
  readonly characters: number;
  /** A string holds half of a surrogate pair, or the body nests too deep to say. */
  readonly mayHoldHalf: boolean;
  /** The body nests deeper than a request does; it may even hold itself, and then a walk has no end. */
  readonly isTooDeep: boolean;
}

/** The outcome of the one walk that meets every value of a body. */
export interface StructureReport {
  readonly problems: readonly Problem[];
  readonly survey: Survey;
}

/** Whether a beta value was sent; `unknown` where the headers were not captured. */
export type BetaState = 'sent' | 'absent' | 'unknown';

/**
 * A request walked once. Every rule reads this and never walks the body again. Members hold only what is well formed:
 * a value of the wrong type is a fault of structure, reported elsewhere, and is absent here.
 */
export interface RequestView {
  readonly body: JsonObject;
  readonly kind: RequestKind;
  /** Whether the request is one entry of a Message Batch. */
  readonly isBatchEntry: boolean;
  readonly platform: Platform;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether all headers that were sent are in `headers`. */
  readonly areHeadersKnown: boolean;
  readonly betas: readonly string[];
  readonly beta: (value: string) => BetaState;
  /** The header's or the body's `anthropic_version`; absent where neither was captured. */
  readonly apiVersion: string | undefined;
  /** The day to judge by (ISO); absent: nothing is judged by the calendar. */
  readonly asOf: string | undefined;

  /** As sent, in the body or in a cloud's path. */
  readonly modelId: string | undefined;
  /** Whether `modelId` stands in the body. */
  readonly isModelInBody: boolean;
  readonly resolution: ModelResolution | undefined;
  /** The model's facts, where the id is known. */
  readonly model: Model | undefined;

  readonly messages: readonly Message[];
  readonly runs: readonly Run[];
  /** Every block of `messages` and `system`, nested ones after their parent. */
  readonly blocks: readonly Block[];
  /** The blocks of one type, nested ones too, in order. */
  readonly blocksOf: (type: string) => readonly Block[];
  /** The roles in which blocks of a type stand; empty where there is none, which costs less to ask than `blocksOf`. */
  readonly rolesOf: (type: string) => readonly string[];
  readonly blockCount: number;
  /** Whether a text is empty or white space alone; the rules about such texts have nothing to look for otherwise. */
  readonly hasBlankText: boolean;
  /** Whether a message's content is `""` or `[]`. */
  readonly hasEmptyMessage: boolean;
  /** Whether a `tool_result` has no content. */
  readonly hasEmptyResult: boolean;
  /** Messages of the role `system`. */
  readonly systemItems: readonly Message[];
  /** Top-level `system` when it is a string. */
  readonly systemText: string | undefined;
  readonly systemBlocks: readonly Block[];

  readonly tools: readonly Tool[];
  readonly toolsOf: (type: string) => readonly Tool[];
  /** Those that Anthropic defines, which most requests have none of. */
  readonly definedTools: readonly Tool[];
  readonly hasToolsMember: boolean;
  readonly toolChoice: ToolChoice | undefined;
  readonly thinking: Thinking;
  readonly outputConfig: JsonObject | undefined;
  readonly effort: string | undefined;
  readonly maxTokens: number | undefined;
  readonly isStreaming: boolean;

  /** Without the automatic top-level one. */
  readonly cacheMarks: readonly CacheMark[];
  readonly automaticCacheMark: JsonObject | undefined;
  /** The text of the body, where it was given. */
  readonly rawText: string | undefined;
  /**
   * What `oncePerView` keeps, by the function that computed it. It lives and dies with the view, where entries of a
   * `WeakMap` would cost each collection of garbage more than the rules take.
   */
  readonly computed: Map<object, object>;
  /** What the walk over the structure found; made on first use. */
  readonly structure: () => StructureReport;
  /** Estimated on first use. */
  readonly tokens: () => TokenEstimate;
  /** Whether the prompt may have that many tokens, by the high end of the range; stops as soon as it is sure. */
  readonly mayReach: (tokens: number) => boolean;
}

/** A block's path in the body. */
export function blockAt(block: Block): BodyPath {
  if (block.parent) {
    const inner = block.parent.type === 'document' ? ['source', 'content'] : ['content'];
    return [...blockAt(block.parent), ...inner, block.index];
  }
  return block.home === 'system' ? ['system', block.index] : ['messages', block.message, 'content', block.index];
}

/** A block's path as the API writes it when the block itself is at fault: `messages.0.content.1`. */
export function blockPath(block: Block): string {
  if (block.parent)
    return `${taggedPath(block.parent)}.${block.parent.type === 'document' ? 'source.' : ''}content.${block.index}`;
  return block.home === 'system' ? `system.${block.index}` : `messages.${block.message}.content.${block.index}`;
}

/** A block's path with its tag, as the API writes it before a member: `messages.0.content.1.tool_use`. */
export function taggedPath(block: Block): string {
  if (block.home === 'system' && !block.parent) return `system.${block.index}`;
  return `${blockPath(block)}.${tagOf(block)}`;
}

/** `pdf` for a document that declares a PDF, otherwise the type. */
function tagOf(block: Block): string {
  const { source } = block.value;
  const isPdf =
    block.type === 'document' &&
    typeof source === 'object' &&
    source !== null &&
    'media_type' in source &&
    source.media_type === 'application/pdf';
  return isPdf ? 'pdf' : block.type;
}

/** Computes something from a view once, however many rules ask for it. */
export function oncePerView<T extends object>(compute: (view: RequestView) => T): (view: RequestView) => T {
  return (view) => {
    const before = view.computed.get(compute);
    // oxlint-disable-next-line typescript/consistent-type-assertions -- under each function stands what it returned
    if (before !== undefined) return before as T;
    const fresh = compute(view);
    view.computed.set(compute, fresh);
    return fresh;
  };
}
