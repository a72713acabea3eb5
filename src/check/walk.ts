import { isArray, isObject, textOf } from '../core/json.ts';
import type { Block, CacheMark, Message, Run, Tool } from '../core/view.ts';

/** What one walk over a body collects. */
export interface Walked {
  readonly messages: readonly Message[];
  readonly blocks: readonly Block[];
  readonly byType: ReadonlyMap<string, readonly Block[]>;
  readonly systemBlocks: readonly Block[];
  readonly tools: readonly Tool[];
  readonly cacheMarks: readonly CacheMark[];
}

const noBlocks: readonly Block[] = [];

/** Walks tools, system and messages once, in the order in which the API counts cache marks. */
export function walk(body: Readonly<Record<string, unknown>>): Walked {
  const blocks: Block[] = [];
  const byType = new Map<string, Block[]>();
  const cacheMarks: CacheMark[] = [];

  const mark = (value: unknown, on: CacheMark['on']): void => {
    if (isObject(value)) cacheMarks.push({ value, ttl: textOf(value.ttl) ?? '5m', on });
  };
  const enter = (block: Block): void => {
    blocks.push(block);
    const alike = byType.get(block.type);
    if (alike) alike.push(block);
    else byType.set(block.type, [block]);
    const nested = nestedContent(block);
    if (nested) enterAll(nested, block.home, block.message, block.role, block);
    if (block.value.cache_control !== undefined) mark(block.value.cache_control, { kind: 'block', block });
  };
  const enterAll = (
    items: readonly unknown[],
    home: Block['home'],
    message: number,
    role: string,
    parent: Block | undefined,
  ): readonly Block[] => {
    const entered: Block[] = [];
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value) || typeof value.type !== 'string') continue;
      const block: Block = parent
        ? { type: value.type, value, home, message, role, index, parent }
        : { type: value.type, value, home, message, role, index };
      entered.push(block);
      enter(block);
    }
    return entered;
  };

  const tools = toolsOf(body.tools);
  for (const tool of tools) mark(tool.value.cache_control, { kind: 'tool', tool });
  const systemBlocks = isArray(body.system) ? enterAll(body.system, 'system', -1, 'system', undefined) : noBlocks;
  const messages: Message[] = [];
  if (isArray(body.messages)) {
    const { messages: items } = body;
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value) || typeof value.role !== 'string') continue;
      const { role, content } = value;
      if (typeof content === 'string') {
        messages.push({ index, role, value, text: content, blocks: noBlocks, isWhole: true });
      } else if (isArray(content)) {
        const entered = enterAll(content, 'messages', index, role, undefined);
        messages.push({ index, role, value, blocks: entered, isWhole: entered.length === content.length });
      } else {
        messages.push({ index, role, value, blocks: noBlocks, isWhole: false });
      }
    }
  }
  return { messages, blocks, byType, systemBlocks, tools, cacheMarks };
}

/** The list inside a block that holds blocks; blocks nest at most two deep, so that depth cannot grow. */
function nestedContent({ type, value, parent }: Block): readonly unknown[] | undefined {
  if (parent?.parent) return undefined;
  if (type === 'tool_result' || type === 'search_result' || type === 'mcp_tool_result') {
    return isArray(value.content) ? value.content : undefined;
  }
  if (type === 'document' && isObject(value.source)) {
    return isArray(value.source.content) ? value.source.content : undefined;
  }
  return undefined;
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
