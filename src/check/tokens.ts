import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Model } from '../core/model.ts';
import type { Block, Message, PartEstimate, RequestView, TokenEstimate, TokenRange, Tool } from '../core/view.ts';
import {
  blockFrame,
  tokensPerLatinCharacter,
  tokensPerPdfPage,
  tokensPerWideCharacter,
  toolUsePreamble,
  visualTokenPixels,
} from '../facts/tokens.ts';
import { readImage } from './image.ts';
import { readPdf } from './pdf.ts';

/** A part of a request that is measured by itself. */
type Part =
  | { readonly kind: 'system' | 'output' }
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'message'; readonly message: Message };

/** Estimates the tokens of a request, from samples of its texts and the headers of its images and PDFs. */
export function estimateTokens(view: RequestView): TokenEstimate {
  const meter = new Meter(view.model);
  let largest: Part | undefined;
  let most = 0;
  forEachPart(view, (part) => {
    const before = meter.high;
    measure(part, view, meter);
    if (meter.high - before > most) {
      most = meter.high - before;
      largest = part;
    }
  });
  if (view.tools.length > 0) meter.add(toolUsePreamble.low, toolUsePreamble.high);
  let parts: readonly PartEstimate[] | undefined;
  return {
    total: meter.range(),
    largest: () => largest && tell(largest, view),
    parts: () => (parts ??= partsOf(view)),
  };
}

/** Whether the prompt may have that many tokens; measures no further than it must. */
export function mayReach(view: RequestView, tokens: number): boolean {
  const meter = new Meter(view.model);
  return somePart(view, (part) => {
    measure(part, view, meter);
    return meter.high >= tokens;
  });
}

function partsOf(view: RequestView): readonly PartEstimate[] {
  const parts: PartEstimate[] = [];
  forEachPart(view, (part) => parts.push(tell(part, view)));
  return parts.filter(({ bytes }) => bytes > 0);
}

function forEachPart(view: RequestView, visit: (part: Part) => void): void {
  somePart(view, (part) => {
    visit(part);
    return false;
  });
}

/** Whether the test holds for a part; asks no further after the first. */
function somePart(view: RequestView, test: (part: Part) => boolean): boolean {
  return (
    test({ kind: 'system' }) ||
    view.tools.some((tool) => test({ kind: 'tool', tool })) ||
    test({ kind: 'output' }) ||
    view.messages.some((message) => test({ kind: 'message', message }))
  );
}

function measure(part: Part, view: RequestView, meter: Meter): void {
  switch (part.kind) {
    case 'system':
      return meter.content(view.body.system);
    case 'tool':
      return meter.json(part.tool.value);
    case 'output':
      return view.outputConfig && meter.json(view.outputConfig);
    case 'message':
      meter.content(part.message.value.content);
      return meter.frame();
  }
}

function tell(part: Part, view: RequestView): PartEstimate {
  const meter = new Meter(view.model);
  measure(part, view, meter);
  return { ...placeOf(part), bytes: meter.bytes, tokens: meter.range() };
}

function placeOf(part: Part): Pick<PartEstimate, 'path' | 'at' | 'what'> {
  switch (part.kind) {
    case 'system':
      return { path: 'system', at: ['system'], what: 'system prompt' };
    case 'output':
      return { path: 'output_config', at: ['output_config'], what: 'output format' };
    case 'tool': {
      const { index, name, type } = part.tool;
      return { path: `tools.${index}`, at: ['tools', index], what: `tool ${name ?? type}` };
    }
    default: {
      const { index, role, blocks } = part.message;
      return { path: `messages.${index}`, at: ['messages', index], what: describe(role, blocks) };
    }
  }
}

/** `user: tool_result × 3, image`. */
function describe(role: string, blocks: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const { type } of blocks) counts.set(type, (counts.get(type) ?? 0) + 1);
  const kinds = [...counts].map(([type, count]) => (count === 1 ? type : `${type} × ${count}`));
  return kinds.length === 0 ? role : `${role}: ${kinds.join(', ')}`;
}

/** One character in so many tells the script; over a request that makes enough of them. */
const sampledEvery = 512;
/** JSON nested deeper than this adds nothing to an estimate. */
const deepest = 64;
const firstWideCode = 0x250;

/** Adds up tokens as a range. It keeps sums and makes no objects, for it runs over every string of a request. */
class Meter {
  bytes = 0;
  low = 0;
  high = 0;
  readonly #model: Model | undefined;

  constructor(model: Model | undefined) {
    this.#model = model;
  }

  range(): TokenRange {
    return { low: Math.floor(this.low), high: Math.ceil(this.high) };
  }

  add(low: number, high: number): void {
    this.low += low;
    this.high += high;
  }

  frame(): void {
    this.add(blockFrame.low, blockFrame.high);
  }

  /** What a message or a block holds: a text or blocks. */
  content(content: unknown, depth = 0): void {
    if (typeof content === 'string') this.text(content);
    else if (isArray(content) && depth < deepest) {
      for (let index = 0; index < content.length; index++) {
        const item = content[index];
        if (isObject(item) && typeof item.type === 'string') this.#block(item.type, item, depth);
      }
    }
  }

  #block(type: string, value: JsonObject, depth: number): void {
    this.frame();
    if (type === 'text' && typeof value.text === 'string') this.text(value.text);
    else if (type === 'image') this.#image(value.source);
    else if (type === 'document') this.#document(value.source, depth);
    else if (type === 'tool_result') this.content(value.content, depth + 1);
    else this.json(value);
  }

  #image(source: unknown): void {
    if (!isObject(source)) return;
    const most = this.#model?.nativeImage.tokens ?? 4784;
    const size = source.type === 'base64' && typeof source.data === 'string' ? readImage(source.data) : undefined;
    if (typeof source.data === 'string') this.bytes += source.data.length;
    if (size?.width === undefined || size.height === undefined) return this.add(1, most);
    const tokens = Math.min(
      most,
      Math.ceil(size.width / visualTokenPixels) * Math.ceil(size.height / visualTokenPixels),
    );
    return this.add(tokens * 0.8, tokens * 1.1);
  }

  #document(source: unknown, depth: number): void {
    if (!isObject(source)) return;
    if (source.type === 'content') return this.content(source.content, depth + 1);
    if (typeof source.data !== 'string') return this.add(0, tokensPerPdfPage.high);
    if (source.type === 'text') return this.text(source.data);
    const pages = readPdf(source.data).pages ?? 1;
    this.bytes += source.data.length;
    return this.add(pages * tokensPerPdfPage.low, pages * tokensPerPdfPage.high);
  }

  /** Any JSON value, by the strings and keys in it. */
  json(value: unknown, depth = 0): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value !== 'object' || value === null) this.add(1, 3);
    else if (depth < deepest) {
      if (isArray(value)) for (const item of value) this.json(item, depth + 1);
      else if (isObject(value)) {
        for (const key in value) {
          this.text(key);
          this.json(value[key], depth + 1);
        }
      }
    }
  }

  /** A text, by the share of other scripts than Latin in a sample. */
  text(value: string): void {
    const { length } = value;
    if (length === 0) return;
    let sampled = 0;
    let wide = 0;
    for (let index = Math.min(length >> 1, sampledEvery); index < length; index += sampledEvery) {
      sampled++;
      if (value.charCodeAt(index) >= firstWideCode) wide++;
    }
    const wideLength = wide === 0 ? 0 : Math.round((length * wide) / sampled);
    this.bytes += length + wideLength * 2;
    this.low += (length - wideLength) * tokensPerLatinCharacter.low + wideLength * tokensPerWideCharacter.low;
    this.high += (length - wideLength) * tokensPerLatinCharacter.high + wideLength * tokensPerWideCharacter.high;
  }
}
