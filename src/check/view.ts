import type { Platform } from '../core/evidence.ts';
import { isArray, isObject, numberOf, textOf } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Model, ModelResolution, ThinkingMode } from '../core/model.ts';
import type {
  BetaState,
  Block,
  CacheMark,
  Message,
  RequestKind,
  RequestView,
  Run,
  StructureReport,
  Thinking,
  TokenEstimate,
  Tool,
  ToolChoice,
} from '../core/view.ts';
import { operationOf } from '../facts/endpoints.ts';
import { resolveModel } from '../facts/model-lookup.ts';
import { walkStructure } from './structure.ts';
import { estimateTokens, mayReach } from './tokens.ts';
import { runsOf, Walk } from './walk.ts';

/** The circumstances of a request, apart from its body. */
export interface RequestOptions {
  /** `/v1/messages` unless said otherwise; `/v1/messages/count_tokens`, `/v1/messages/batches` or a cloud's path. */
  readonly endpoint?: string;
  readonly platform?: Platform;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether `headers` holds everything that was sent, so that something follows from what is absent. */
  readonly headersKnown?: boolean;
  /** The day to judge by (ISO). Without it nothing is judged by the calendar, and today's rules hold. */
  readonly asOf?: string;
  /** The body as text, for what parsing loses: duplicate keys, large numbers. */
  readonly rawText?: string;
}

const noHeaders: Readonly<Record<string, string>> = {};

/** Walks a request once and computes what rules ask for. */
export function viewRequest(body: JsonObject, options: RequestOptions = {}, isBatchEntry = false): RequestView {
  return new WalkedRequest(body, options, isBatchEntry);
}

/**
 * The view. Its lazy members are getters of the class: as getters of an object literal, each view would get a hidden
 * class of its own, and all of them would outlive many collections of garbage. Its functions are fields, because rules
 * take them out of the view.
 */
class WalkedRequest implements RequestView {
  readonly body: JsonObject;
  readonly kind: RequestKind;
  readonly isBatchEntry: boolean;
  readonly platform: Platform;
  readonly headers: Readonly<Record<string, string>>;
  readonly areHeadersKnown: boolean;
  readonly betas: readonly string[];
  readonly apiVersion: string | undefined;
  readonly asOf: string | undefined;
  readonly modelId: string | undefined;
  readonly isModelInBody: boolean;
  readonly resolution: ModelResolution | undefined;
  readonly model: Model | undefined;
  readonly messages: readonly Message[];
  readonly blockCount: number;
  readonly hasBlankText: boolean;
  readonly hasEmptyMessage: boolean;
  readonly hasEmptyResult: boolean;
  readonly systemItems: readonly Message[];
  readonly systemText: string | undefined;
  readonly tools: readonly Tool[];
  readonly definedTools: readonly Tool[];
  readonly hasToolsMember: boolean;
  readonly toolChoice: ToolChoice | undefined;
  readonly thinking: Thinking;
  readonly outputConfig: JsonObject | undefined;
  readonly effort: string | undefined;
  readonly maxTokens: number | undefined;
  readonly isStreaming: boolean;
  readonly cacheMarks: readonly CacheMark[];
  readonly automaticCacheMark: JsonObject | undefined;
  readonly rawText: string | undefined;
  readonly computed = new Map<object, object>();
  readonly #walk: Walk;
  #runs: readonly Run[] | undefined;
  #structure: StructureReport | undefined;
  #tokens: TokenEstimate | undefined;

  constructor(body: JsonObject, options: RequestOptions, isBatchEntry: boolean) {
    const operation = operationOf(options.endpoint ?? '/v1/messages');
    this.body = body;
    this.kind = operation.kind;
    this.isBatchEntry = isBatchEntry;
    this.platform = options.platform ?? 'direct';
    this.headers = lowerCased(options.headers);
    this.areHeadersKnown = options.headersKnown === true;
    this.betas = betasOf(this.headers, body);
    this.apiVersion = this.headers['anthropic-version'] ?? textOf(body.anthropic_version);
    this.asOf = options.asOf;
    const bodyModel = textOf(body.model);
    this.modelId = bodyModel ?? operation.modelId;
    this.isModelInBody = bodyModel !== undefined;
    this.resolution = this.modelId === undefined ? undefined : resolveModel(this.modelId, this.platform);
    this.model = this.resolution?.kind === 'known' ? this.resolution.model : undefined;
    const walk = new Walk(body);
    this.#walk = walk;
    this.messages = walk.messages;
    this.blockCount = walk.blockCount;
    this.hasBlankText = walk.hasBlankText;
    this.hasEmptyMessage = walk.hasEmptyMessage;
    this.hasEmptyResult = walk.hasEmptyResult;
    this.systemItems = walk.systemItems;
    this.systemText = textOf(body.system);
    this.tools = walk.tools;
    this.definedTools = walk.tools.filter(({ type }) => type !== 'custom');
    this.hasToolsMember = body.tools !== undefined;
    this.toolChoice = toolChoiceOf(body.tool_choice);
    this.thinking = thinkingOf(body.thinking, this.model);
    this.outputConfig = isObject(body.output_config) ? body.output_config : undefined;
    this.effort = textOf(this.outputConfig?.effort);
    this.maxTokens = numberOf(body.max_tokens);
    this.isStreaming = operation.isStreaming || body.stream === true;
    this.cacheMarks = walk.cacheMarks;
    this.automaticCacheMark = isObject(body.cache_control) ? body.cache_control : undefined;
    this.rawText = options.rawText;
  }

  get runs(): readonly Run[] {
    return (this.#runs ??= runsOf(this.messages));
  }

  get blocks(): readonly Block[] {
    return this.#walk.blocks;
  }

  get systemBlocks(): readonly Block[] {
    return this.#walk.system?.blocks ?? [];
  }

  readonly beta = (value: string): BetaState =>
    this.betas.includes(value) ? 'sent' : this.areHeadersKnown ? 'absent' : 'unknown';
  readonly blocksOf = (type: string): readonly Block[] => this.#walk.blocksOf(type);
  readonly rolesOf = (type: string): readonly string[] => this.#walk.rolesOf(type);
  readonly toolsOf = (type: string): readonly Tool[] => this.definedTools.filter((tool) => tool.type === type);
  readonly structure = (): StructureReport => (this.#structure ??= walkStructure(this));
  readonly tokens = (): TokenEstimate => (this.#tokens ??= estimateTokens(this));
  readonly mayReach = (tokens: number): boolean => mayReach(this, tokens);
}

function lowerCased(headers: Readonly<Record<string, string>> = noHeaders): Readonly<Record<string, string>> {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}

/** The header's values, or the body's `anthropic_beta` on clouds. */
function betasOf(headers: Readonly<Record<string, string>>, body: JsonObject): readonly string[] {
  if (headers['anthropic-beta'] === undefined && body.anthropic_beta === undefined) return [];
  const sent = (headers['anthropic-beta'] ?? '').split(',').map((value) => value.trim());
  const inBody = isArray(body.anthropic_beta) ? body.anthropic_beta.flatMap((value) => textOf(value) ?? []) : [];
  return [...sent, ...inBody].filter((value) => value !== '');
}

function toolChoiceOf(value: unknown): ToolChoice | undefined {
  if (!isObject(value) || typeof value.type !== 'string') return undefined;
  const { type, name } = value;
  return typeof name === 'string' ? { type, name, value } : { type, value };
}

function thinkingOf(value: unknown, model: Model | undefined): Thinking {
  if (!isObject(value)) {
    return value === undefined && model ? { isOn: model.thinking.whenOmitted !== 'off' } : {};
  }
  const mode = modeOf(value.type);
  if (!mode) return { value };
  const budgetTokens = numberOf(value.budget_tokens);
  const isOn = mode === 'enabled' || mode === 'adaptive';
  return budgetTokens === undefined ? { mode, value, isOn } : { mode, value, isOn, budgetTokens };
}

function modeOf(type: unknown): ThinkingMode | undefined {
  switch (type) {
    case 'enabled':
    case 'adaptive':
    case 'disabled':
    case 'between_tools':
      return type;
    default:
      return undefined;
  }
}
