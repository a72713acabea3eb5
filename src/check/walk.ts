import { isArray, isObject, textOf } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Block, CacheMark, Message, Run, Tool } from '../core/view.ts';

/** The blocks of one type, and the roles in which they stand. */
export interface AlikeBlocks {
  readonly blocks: Block[];
  readonly roles: string[];
}

/** What one walk over a body collects. */
export interface Walked {
  readonly messages: readonly Message[];
  readonly blocks: readonly Block[];
  readonly byType: ReadonlyMap<string, AlikeBlocks>;
  readonly emptyTexts: readonly Block[];
  readonly systemItems: readonly Message[];
  readonly systemBlocks: readonly Block[];
  readonly tools: readonly Tool[];
  readonly cacheMarks: readonly CacheMark[];
}

const noBlocks: readonly Block[] = [];

/** Walks tools, system and messages once, in the order in which the API counts cache marks. */
export function walk(body: JsonObject): Walked {
  const collector = new Collector();
  const tools = toolsOf(body.tools);
  for (const tool of tools) collector.mark(tool.value.cache_control, { kind: 'tool', tool });
  const systemBlocks: Block[] = [];
  if (isArray(body.system)) collector.enter(body.system, 'system', -1, 'system', undefined, systemBlocks);
  const messages: Message[] = [];
  const systemItems: Message[] = [];
  const items = isArray(body.messages) ? body.messages : [];
  for (let index = 0; index < items.length; index++) {
    const value = items[index];
    if (!isObject(value) || typeof value.role !== 'string') continue;
    const message = messageOf(value, value.role, index, collector);
    messages.push(message);
    if (message.role === 'system') systemItems.push(message);
  }
  const { blocks, byType, cacheMarks, emptyTexts } = collector;
  return { messages, systemItems, blocks, byType, emptyTexts, systemBlocks, tools, cacheMarks };
}

function messageOf(value: JsonObject, role: string, index: number, collector: Collector): Message {
  const { content } = value;
  if (typeof content === 'string') {
    return { index, role, value, text: content, blocks: noBlocks, isWhole: true, isEmpty: content === '' };
  }
  if (!isArray(content))
    return { index, role, value, text: undefined, blocks: noBlocks, isWhole: false, isEmpty: false };
  const blocks: Block[] = [];
  collector.enter(content, 'messages', index, role, undefined, blocks);
  const { length } = content;
  return { index, role, value, text: undefined, blocks, isWhole: blocks.length === length, isEmpty: length === 0 };
}

/** Keeps what the walk meets; every block has the same shape, so that engines read all of them in one way. */
class Collector {
  readonly blocks: Block[] = [];
  readonly byType = new Map<string, AlikeBlocks>();
  readonly emptyTexts: Block[] = [];
  readonly cacheMarks: CacheMark[] = [];

  mark(value: unknown, on: CacheMark['on']): void {
    if (isObject(value)) this.cacheMarks.push({ value, ttl: textOf(value.ttl) ?? '5m', on });
  }

  enter(
    items: readonly unknown[],
    home: Block['home'],
    message: number,
    role: string,
    parent: Block | undefined,
    into: Block[] | undefined,
  ): void {
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value)) continue;
      const { type } = value;
      if (typeof type !== 'string') continue;
      const block: Block = { type, value, home, message, role, index, parent };
      into?.push(block);
      this.blocks.push(block);
      const alike = this.byType.get(type);
      if (!alike) this.byType.set(type, { blocks: [block], roles: [role] });
      else {
        alike.blocks.push(block);
        if (!alike.roles.includes(role)) alike.roles.push(role);
      }
      if (value.text === '' && type === 'text') this.emptyTexts.push(block);
      const nested = nestedContent(block);
      if (nested) this.enter(nested, home, message, role, block, undefined);
      if (value.cache_control !== undefined) this.mark(value.cache_control, { kind: 'block', block });
    }
  }
}

/** The list inside a block that holds blocks; blocks nest at most two deep, so that depth cannot grow. */
function nestedContent({ type, value, parent }: Block): readonly unknown[] | undefined {
  switch (type) {
    case 'tool_result':
    case 'search_result':
    case 'mcp_tool_result':
      return isArray(value.content) && !parent?.parent ? value.content : undefined;
    case 'document':
      return isObject(value.source) && isArray(value.source.content) && !parent?.parent
        ? value.source.content
        : undefined;
    default:
      return undefined;
  }
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
