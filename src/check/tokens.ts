import { isArray, isObject } from '../core/json.ts';
import type { Model } from '../core/model.ts';
import type { Block, PartEstimate, RequestView, TokenEstimate, TokenRange } from '../core/view.ts';
import {
  latinCharactersPerToken,
  tokensPerPdfPage,
  tokensPerWideCharacter,
  toolUsePreamble,
  visualTokenPixels,
} from '../facts/tokens.ts';
import { readImage } from './image.ts';
import { readPdf } from './pdf.ts';

const nothing: TokenRange = { low: 0, high: 0 };
/** A message, block or tool costs a few tokens beside its text. */
const frame: TokenRange = { low: 2, high: 8 };
const mostSampled = 400;
/** JSON nested deeper than this adds nothing to an estimate. */
const deepest = 64;

/** Estimates the tokens of every part of a request, from samples of the texts and the headers of images and PDFs. */
export function estimateTokens(view: RequestView): TokenEstimate {
  const parts: PartEstimate[] = [];
  const add = (path: string, at: PartEstimate['at'], what: string, cost: Cost): void => {
    if (cost.bytes > 0) parts.push({ path, at, what, bytes: cost.bytes, tokens: rounded(cost.tokens) });
  };
  const { body } = view;
  const system =
    view.systemText === undefined
      ? sum(view.systemBlocks.map((block) => costOf(block, view.model)))
      : text(view.systemText);
  add('system', ['system'], 'system prompt', system);
  if (view.tools.length > 0) {
    for (const tool of view.tools) {
      add(
        `tools.${tool.index}`,
        ['tools', tool.index],
        `tool ${tool.name ?? tool.type}`,
        plus(json(tool.value), frame),
      );
    }
    parts.push({ path: 'tools', at: ['tools'], what: 'what tool use adds', bytes: 0, tokens: toolUsePreamble });
  }
  if (isObject(body.output_config)) {
    add('output_config', ['output_config'], 'output format', json(body.output_config));
  }
  for (const message of view.messages) {
    const cost =
      message.text === undefined ? sum(message.blocks.map((block) => costOf(block, view.model))) : text(message.text);
    add(
      `messages.${message.index}`,
      ['messages', message.index],
      describe(message.role, message.blocks),
      plus(cost, frame),
    );
  }
  const total = parts.reduce(
    (all, { tokens }) => ({ low: all.low + tokens.low, high: all.high + tokens.high }),
    nothing,
  );
  return { total: rounded(total), parts };
}

/** `user: tool_result × 3, image`. */
function describe(role: string, blocks: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const { type } of blocks) counts.set(type, (counts.get(type) ?? 0) + 1);
  const kinds = [...counts].map(([type, count]) => (count === 1 ? type : `${type} × ${count}`));
  return kinds.length === 0 ? role : `${role}: ${kinds.join(', ')}`;
}

interface Cost {
  readonly bytes: number;
  readonly tokens: TokenRange;
}

function costOf(block: Block, model: Model | undefined): Cost {
  const { value } = block;
  switch (block.type) {
    case 'image':
      return isObject(value.source) ? imageCost(value.source, model) : { bytes: 0, tokens: nothing };
    case 'document':
      return isObject(value.source) ? documentCost(value.source, model) : { bytes: 0, tokens: nothing };
    case 'tool_result':
      return plus(contentCost(value.content, model), frame);
    default:
      return plus(json(value), frame);
  }
}

function contentCost(content: unknown, model: Model | undefined): Cost {
  if (typeof content === 'string') return text(content);
  if (!isArray(content)) return { bytes: 0, tokens: nothing };
  const costs: Cost[] = [];
  for (const item of content) {
    if (!isObject(item)) continue;
    if (isObject(item.source) && item.type === 'image') costs.push(imageCost(item.source, model));
    else if (isObject(item.source) && item.type === 'document') costs.push(documentCost(item.source, model));
    else costs.push(plus(json(item), frame));
  }
  return sum(costs);
}

function imageCost(source: Readonly<Record<string, unknown>>, model: Model | undefined): Cost {
  const most = model?.nativeImage.tokens ?? 4784;
  if (source.type !== 'base64' || typeof source.data !== 'string') return { bytes: 0, tokens: { low: 10, high: most } };
  const { width, height } = readImage(source.data);
  if (width === undefined || height === undefined)
    return { bytes: source.data.length, tokens: { low: 10, high: most } };
  const tokens = Math.min(most, Math.ceil(width / visualTokenPixels) * Math.ceil(height / visualTokenPixels));
  return {
    bytes: source.data.length,
    tokens: { low: Math.floor(tokens * 0.8), high: Math.ceil(tokens * 1.1) + frame.high },
  };
}

function documentCost(source: Readonly<Record<string, unknown>>, model: Model | undefined): Cost {
  if (source.type === 'text' && typeof source.data === 'string') return text(source.data);
  if (source.type === 'content') return contentCost(source.content, model);
  if (source.type !== 'base64' || typeof source.data !== 'string')
    return { bytes: 0, tokens: { low: 0, high: tokensPerPdfPage.high } };
  const pages = readPdf(source.data).pages ?? 1;
  return {
    bytes: source.data.length,
    tokens: { low: pages * tokensPerPdfPage.low * 0.1, high: pages * tokensPerPdfPage.high },
  };
}

/** The cost of any JSON value, by the strings in it. */
function json(root: unknown): Cost {
  const costs: Cost[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (typeof value === 'string') costs.push(text(value));
    else if (depth > deepest) return;
    else if (isArray(value)) for (const item of value) visit(item, depth + 1);
    else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        costs.push(text(key));
        visit(member, depth + 1);
      }
    } else costs.push({ bytes: 4, tokens: { low: 1, high: 3 } });
  };
  visit(root, 0);
  return sum(costs);
}

/** A text's cost, by the share of non-Latin characters in a sample. */
function text(value: string): Cost {
  const { length } = value;
  if (length === 0) return { bytes: 0, tokens: nothing };
  const step = Math.max(1, Math.floor(length / mostSampled));
  let sampled = 0;
  let wide = 0;
  for (let index = 0; index < length; index += step) {
    sampled++;
    if (value.charCodeAt(index) > 0x24f) wide++;
  }
  const wideLength = (length * wide) / sampled;
  const latinLength = length - wideLength;
  return {
    bytes: length + wideLength * 2,
    tokens: {
      low: latinLength / latinCharactersPerToken.high + wideLength * tokensPerWideCharacter.low,
      high: latinLength / latinCharactersPerToken.low + wideLength * tokensPerWideCharacter.high,
    },
  };
}

function sum(costs: readonly Cost[]): Cost {
  let bytes = 0;
  let low = 0;
  let high = 0;
  for (const cost of costs) {
    bytes += cost.bytes;
    low += cost.tokens.low;
    high += cost.tokens.high;
  }
  return { bytes, tokens: { low, high } };
}

function plus(cost: Cost, extra: TokenRange): Cost {
  return { bytes: cost.bytes, tokens: { low: cost.tokens.low + extra.low, high: cost.tokens.high + extra.high } };
}

function rounded({ low, high }: TokenRange): TokenRange {
  return { low: Math.floor(low), high: Math.ceil(high) };
}
