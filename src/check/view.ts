import type { Platform } from '../core/evidence.ts';
import { isArray, isObject, numberOf, textOf } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Model, ThinkingMode } from '../core/model.ts';
import type { BetaState, RequestView, Run, StructureReport, Thinking, TokenEstimate } from '../core/view.ts';
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
  const operation = operationOf(options.endpoint ?? '/v1/messages');
  const platform = options.platform ?? 'direct';
  const headers = lowerCased(options.headers);
  const areHeadersKnown = options.headersKnown === true;
  const betas = betasOf(headers, body);
  const bodyModel = textOf(body.model);
  const modelId = bodyModel ?? operation.modelId;
  const resolution = modelId === undefined ? undefined : resolveModel(modelId, platform);
  const model = resolution?.kind === 'known' ? resolution.model : undefined;
  const walk = new Walk(body);
  const { messages, tools } = walk;
  const definedTools = tools.filter(({ type }) => type !== 'custom');
  let runs: readonly Run[] | undefined;
  let structure: StructureReport | undefined;
  let tokens: TokenEstimate | undefined;
  const outputConfig = isObject(body.output_config) ? body.output_config : undefined;
  const view: RequestView = {
    body,
    kind: operation.kind,
    isBatchEntry,
    platform,
    headers,
    areHeadersKnown,
    betas,
    beta: (value): BetaState => (betas.includes(value) ? 'sent' : areHeadersKnown ? 'absent' : 'unknown'),
    ...present('apiVersion', headers['anthropic-version'] ?? textOf(body.anthropic_version)),
    ...present('asOf', options.asOf),
    ...present('modelId', modelId),
    isModelInBody: bodyModel !== undefined,
    ...present('resolution', resolution),
    ...present('model', model),
    messages,
    get runs() {
      return (runs ??= runsOf(messages));
    },
    get blocks() {
      return walk.blocks;
    },
    blocksOf: (type) => walk.blocksOf(type),
    rolesOf: (type) => walk.rolesOf(type),
    blockCount: walk.blockCount,
    hasBlankText: walk.hasBlankText,
    hasEmptyMessage: walk.hasEmptyMessage,
    hasEmptyResult: walk.hasEmptyResult,
    systemItems: walk.systemItems,
    ...present('systemText', textOf(body.system)),
    get systemBlocks() {
      return walk.system?.blocks ?? [];
    },
    tools,
    toolsOf: (type) => definedTools.filter((tool) => tool.type === type),
    definedTools,
    hasToolsMember: body.tools !== undefined,
    ...present('toolChoice', toolChoiceOf(body.tool_choice)),
    thinking: thinkingOf(body.thinking, model),
    ...present('outputConfig', outputConfig),
    ...present('effort', textOf(outputConfig?.effort)),
    ...present('maxTokens', numberOf(body.max_tokens)),
    isStreaming: operation.isStreaming || body.stream === true,
    cacheMarks: walk.cacheMarks,
    ...present('automaticCacheMark', isObject(body.cache_control) ? body.cache_control : undefined),
    ...present('rawText', options.rawText),
    computed: new Map(),
    structure: () => (structure ??= walkStructure(view)),
    tokens: () => (tokens ??= estimateTokens(view)),
    mayReach: (least) => mayReach(view, least),
  };
  return view;
}

/** A member that is left out when it is undefined. */
function present<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  const member: { [P in K]?: T } = {};
  if (value !== undefined) member[key] = value;
  return member;
}

function lowerCased(headers: Readonly<Record<string, string>> = noHeaders): Readonly<Record<string, string>> {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}

/** The header's values, or the body's `anthropic_beta` on clouds. */
function betasOf(headers: Readonly<Record<string, string>>, body: JsonObject): readonly string[] {
  const sent = (headers['anthropic-beta'] ?? '').split(',').map((value) => value.trim());
  const inBody = isArray(body.anthropic_beta) ? body.anthropic_beta.flatMap((value) => textOf(value) ?? []) : [];
  return [...sent, ...inBody].filter((value) => value !== '');
}

function toolChoiceOf(value: unknown): RequestView['toolChoice'] {
  if (!isObject(value) || typeof value.type !== 'string') return undefined;
  return { type: value.type, ...present('name', textOf(value.name)), value };
}

function thinkingOf(value: unknown, model: Model | undefined): Thinking {
  if (!isObject(value)) {
    return value === undefined && model ? { isOn: model.thinking.whenOmitted !== 'off' } : {};
  }
  const mode = modeOf(value.type);
  if (!mode) return { value };
  return {
    mode,
    value,
    ...present('budgetTokens', numberOf(value.budget_tokens)),
    isOn: mode === 'enabled' || mode === 'adaptive',
  };
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
