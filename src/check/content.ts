import { isArray, isObject, textOf } from '../core/json.ts';
import type { Block, CacheMark, Message } from '../core/view.ts';
import type { JsonObject } from '../core/json.ts';

interface BuiltBlocks {
  /** The blocks of the list itself. */
  readonly own: Block[];
  /** With nested ones, after their parent. */
  readonly all: Block[];
  /** Nested ones before that of their parent, as the API counts them. */
  readonly marks: CacheMark[];
}

/**
 * A list of content. Its blocks are made when a rule first asks for them: nearly all of a long conversation is judged
 * by what one walk notes of it, and objects for thousands of blocks would cost more than all rules together.
 */
export class Content {
  readonly index: number;
  readonly role: string;
  readonly #home: Block['home'];
  readonly #items: readonly unknown[];
  #built: BuiltBlocks | undefined;

  constructor(items: readonly unknown[], home: Block['home'], index: number, role: string) {
    this.index = index;
    this.role = role;
    this.#home = home;
    this.#items = items;
  }

  get blocks(): readonly Block[] {
    return (this.#built ??= this.#build()).own;
  }

  get allBlocks(): readonly Block[] {
    return (this.#built ??= this.#build()).all;
  }

  get cacheMarks(): readonly CacheMark[] {
    return (this.#built ??= this.#build()).marks;
  }

  #build(): BuiltBlocks {
    const built: BuiltBlocks = { own: [], all: [], marks: [] };
    this.#add(this.#items, undefined, built);
    return built;
  }

  #add(items: readonly unknown[], parent: Block | undefined, built: BuiltBlocks): void {
    for (let index = 0; index < items.length; index++) {
      const value = items[index];
      if (!isObject(value) || typeof value.type !== 'string') continue;
      const { type } = value;
      const block: Block = { type, value, home: this.#home, message: this.index, role: this.role, index, parent };
      if (!parent) built.own.push(block);
      built.all.push(block);
      const nested = parent?.parent ? undefined : nestedContent(type, value);
      if (nested) this.#add(nested, block, built);
      const mark = value.cache_control;
      if (isObject(mark))
        built.marks.push({ value: mark, ttl: textOf(mark.ttl) ?? '5m', on: { kind: 'block', block } });
    }
  }
}

const noItems: readonly unknown[] = [];

/** An item of `messages`. */
export class WalkedMessage extends Content implements Message {
  readonly value: JsonObject;
  readonly text: string | undefined;
  readonly isEmpty: boolean;

  constructor(value: JsonObject, index: number, role: string) {
    const { content } = value;
    const items = isArray(content) ? content : noItems;
    super(items, 'messages', index, role);
    this.value = value;
    this.text = textOf(content);
    this.isEmpty = this.text === '' || (items !== noItems && items.length === 0);
  }

  get isWhole(): boolean {
    const { content } = this.value;
    return this.text !== undefined || (isArray(content) && this.blocks.length === content.length);
  }
}

/** The list inside a block that holds blocks; those who read it go two levels deep, so that depth cannot grow. */
export function nestedContent(type: string, value: JsonObject): readonly unknown[] | undefined {
  switch (type) {
    case 'tool_result':
    case 'search_result':
    case 'mcp_tool_result':
      return isArray(value.content) ? value.content : undefined;
    case 'document':
      return isObject(value.source) && isArray(value.source.content) ? value.source.content : undefined;
    default:
      return undefined;
  }
}
