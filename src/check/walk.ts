import { isArray, isObject, textOf } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Block, CacheMark, Message, Run, Tool } from '../core/view.ts';
import { isBlank, isEmptyContent } from './blank.ts';
import { Content, nestedContent, WalkedMessage } from './content.ts';

const noBlocks: readonly Block[] = [];
const noRoles: readonly string[] = [];
/** Blocks stand in a message, and at most two deep in others. */
const deepest = 2;

/**
 * One walk over tools, system and messages, in the order in which the API counts cache marks. It notes what occurs, so
 * that a rule whose subject does not occur costs next to nothing.
 */
export class Walk {
  readonly tools: readonly Tool[];
  readonly system: Content | undefined;
  readonly messages: WalkedMessage[] = [];
  readonly systemItems: Message[] = [];
  readonly cacheMarks: CacheMark[] = [];
  blockCount = 0;
  hasBlankText = false;
  hasEmptyMessage = false;
  hasEmptyResult = false;
  readonly #rolesByType = new Map<string, string[]>();
  #blocks: readonly Block[] | undefined;
  #blocksByType: ReadonlyMap<string, readonly Block[]> | undefined;

  constructor(body: JsonObject) {
    this.tools = toolsOf(body.tools);
    for (const tool of this.tools) {
      const mark = tool.value.cache_control;
      if (isObject(mark))
        this.cacheMarks.push({ value: mark, ttl: textOf(mark.ttl) ?? '5m', on: { kind: 'tool', tool } });
    }
    if (isArray(body.system)) {
      this.system = new Content(body.system, 'system', -1, 'system');
      this.#walk(body.system, this.system);
    }
    if (isArray(body.messages)) this.#readMessages(body.messages);
  }

  /** Every block, nested ones after their parent. */
  get blocks(): readonly Block[] {
    return (this.#blocks ??= this.#allBlocks());
  }

  blocksOf(type: string): readonly Block[] {
    if (!this.#rolesByType.has(type)) return noBlocks;
    return (this.#blocksByType ??= byType(this.blocks)).get(type) ?? noBlocks;
  }

  rolesOf(type: string): readonly string[] {
    return this.#rolesByType.get(type) ?? noRoles;
  }

  #allBlocks(): readonly Block[] {
    const blocks = [...(this.system?.allBlocks ?? noBlocks)];
    for (const { allBlocks } of this.messages) for (const block of allBlocks) blocks.push(block);
    return blocks;
  }

  #readMessages(items: readonly unknown[]): void {
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value) || typeof value.role !== 'string') continue;
      const message = new WalkedMessage(value, index, value.role);
      this.messages.push(message);
      if (message.role === 'system') this.systemItems.push(message);
      if (message.isEmpty) this.hasEmptyMessage = true;
      if (message.text !== undefined) this.#noteText(message.text);
      else if (isArray(value.content)) this.#walk(value.content, message);
    }
  }

  #walk(items: readonly unknown[], content: Content): void {
    if (this.#note(items, content.role, 0)) this.cacheMarks.push(...content.cacheMarks);
  }

  /** Notes what a list of content holds; true where it holds a cache mark. */
  #note(items: readonly unknown[], role: string, depth: number): boolean {
    let hasMark = false;
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value)) continue;
      const { type } = value;
      if (typeof type !== 'string') continue;
      this.blockCount += 1;
      this.#noteType(type, role);
      if (type === 'text') this.#noteText(value.text);
      else if (type !== 'tool_use') {
        const nested = depth < deepest ? nestedContent(type, value) : undefined;
        if (nested && this.#note(nested, role, depth + 1)) hasMark = true;
        if (type === 'tool_result' && isEmptyContent(value.content)) this.hasEmptyResult = true;
      }
      if (value.cache_control !== undefined) hasMark = true;
    }
    return hasMark;
  }

  #noteType(type: string, role: string): void {
    const roles = this.#rolesByType.get(type);
    if (roles === undefined) this.#rolesByType.set(type, [role]);
    else if (roles[0] !== role && !roles.includes(role)) roles.push(role);
  }

  #noteText(text: unknown): void {
    if (typeof text === 'string' && isBlank(text)) this.hasBlankText = true;
  }
}

function byType(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const index = new Map<string, Block[]>();
  for (const block of blocks) {
    const alike = index.get(block.type);
    if (alike) alike.push(block);
    else index.set(block.type, [block]);
  }
  return index;
}

function toolsOf(value: unknown): readonly Tool[] {
  const tools: Tool[] = [];
  if (!isArray(value)) return tools;
  for (let index = 0; index < value.length; index++) {
    const tool = value[index];
    if (!isObject(tool)) continue;
    const type = textOf(tool.type) ?? 'custom';
    tools.push(
      typeof tool.name === 'string' ? { index, value: tool, type, name: tool.name } : { index, value: tool, type },
    );
  }
  return tools;
}

/** Consecutive messages of one role. */
export function runsOf(messages: readonly Message[]): readonly Run[] {
  const runs: { readonly role: string; readonly messages: Message[] }[] = [];
  for (const message of messages) {
    const last = runs.at(-1);
    if (last && last.role === message.role) last.messages.push(message);
    else runs.push({ role: message.role, messages: [message] });
  }
  return runs;
}
