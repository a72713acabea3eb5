import { isArray, isObject, textOf } from '../core/json.ts';
import { oncePerView } from '../core/view.ts';
import type { Block, Message, RequestView } from '../core/view.ts';
import { isIdentifier } from './identifier.ts';

/** Tool calls of one assistant turn that the next user turn does not answer. */
export interface MissingResults {
  readonly assistant: Message;
  readonly calls: readonly Block[];
  readonly ids: readonly string[];
  /** The first message after the turn; absent at the end of the conversation. */
  readonly next: Message | undefined;
  /** What stands between the calls and their results, where that is the fault. */
  readonly between: Block | undefined;
  /** Results of the next turn that answer no call of this one. */
  readonly strangers: readonly Block[];
  /** Results of the next turn that answer one of `calls`, but behind something else. */
  readonly late: readonly Block[];
}

/** How the calls of client tools and their results fit together. */
export interface Pairing {
  readonly missing: readonly MissingResults[];
  readonly orphans: readonly Block[];
  /** A second result for one call. */
  readonly doubledResults: readonly Block[];
  /** A call whose id was used before. */
  readonly doubledCalls: readonly Block[];
}

/** Pairs every call with its result, once for all rules. */
export const pairingOf = oncePerView((view: RequestView): Pairing => {
  const pairing = new ClientPairing(view.messages, view.body.messages);
  if (view.rolesOf('tool_use').length > 0 || view.rolesOf('tool_result').length > 0) pairing.read();
  return pairing;
});

/**
 * Reads a conversation message by message. A turn is a run of messages of one role; a system item does not end it. Of
 * the turn in hand only ids are kept: a conversation has thousands of turns, nearly all of them sound, and blocks and
 * lists are made for the others alone.
 */
class ClientPairing implements Pairing {
  readonly missing: MissingResults[] = [];
  readonly orphans: Block[] = [];
  readonly doubledResults: Block[] = [];
  readonly doubledCalls: Block[] = [];
  readonly #messages: readonly Message[];
  /** `messages` as sent, with what could not be read. */
  readonly #items: unknown;
  readonly #knownIds = new Set<unknown>();
  readonly #doubledIds = new Set<unknown>();
  #role = '';
  /** Where the assistant's turn and the user's begin, and where the latter ends, as positions in the list. */
  #assistantStart = 0;
  #userStart = 0;
  /** The ids of the turn's calls and of their results. The lists are counted and overwritten, not emptied. */
  readonly #callIds: unknown[] = [];
  #calls = 0;
  readonly #resultIds: unknown[] = [];
  #results = 0;
  /** Whether nothing follows behind the last call. */
  #isCallLast = false;
  /** Whether nothing stands before or between the results. */
  #areResultsFirst = true;
  #hasOther = false;

  constructor(messages: readonly Message[], items: unknown) {
    this.#messages = messages;
    this.#items = items;
  }

  read(): void {
    for (let position = 0; position < this.#messages.length; position++) {
      const message = this.#messages[position];
      if (!message || message.role === 'system') continue;
      if (message.role !== this.#role) this.#begin(message.role, position);
      if (message.role === 'assistant') this.#readCalls(message);
      else this.#readResults(message);
    }
    if (this.#role === 'assistant') this.#userStart = this.#messages.length;
    this.#settle(this.#messages.length);
  }

  #begin(role: string, position: number): void {
    if (role === 'assistant') {
      this.#settle(position);
      this.#assistantStart = position;
      this.#userStart = position;
    } else if (this.#role === 'assistant' || this.#role === '') {
      this.#userStart = position;
    }
    this.#role = role;
  }

  #readCalls(message: Message): void {
    const { content } = message.value;
    if (!isArray(content)) return;
    for (let index = 0; index < content.length; index++) {
      const item = content[index];
      if (!isObject(item)) continue;
      this.#isCallLast = item.type === 'tool_use';
      if (!this.#isCallLast) continue;
      const { id } = item;
      this.#callIds[this.#calls++] = id;
      const known = this.#knownIds.size;
      this.#knownIds.add(id);
      if (this.#knownIds.size === known && isId(id)) {
        this.#doubledIds.add(id);
        const block = message.blocks.find(({ value }) => value === item);
        if (block) this.doubledCalls.push(block);
      }
    }
  }

  #readResults({ text, value: { content } }: Message): void {
    if (text !== undefined) this.#hasOther = true;
    if (!isArray(content)) return;
    for (let index = 0; index < content.length; index++) {
      const item = content[index];
      if (!isObject(item) || item.type !== 'tool_result') this.#hasOther = true;
      else {
        if (this.#hasOther) this.#areResultsFirst = false;
        this.#resultIds[this.#results++] = item.tool_use_id;
      }
    }
  }

  /** Compares the calls of a turn with the results of the next, and makes room for the next two. */
  #settle(end: number): void {
    if ((this.#calls > 0 || this.#results > 0) && !this.#isPlain()) this.#compare(end);
    this.#calls = 0;
    this.#results = 0;
    this.#areResultsFirst = true;
    this.#hasOther = false;
  }

  /** Whether each call has its result, in the same order and in the right place, as it nearly always is. */
  #isPlain(): boolean {
    if (!this.#isCallLast || !this.#areResultsFirst || this.#calls !== this.#results) return false;
    for (let index = 0; index < this.#calls; index++) {
      if (this.#callIds[index] !== this.#resultIds[index]) return false;
    }
    return true;
  }

  /** The messages of a turn, without the system items inside it. */
  #turn(start: number, end: number): readonly Message[] {
    return this.#messages.slice(start, end).filter(({ role }) => role !== 'system');
  }

  #compare(end: number): void {
    const assistant = this.#turn(this.#assistantStart, this.#userStart);
    const user = this.#turn(this.#userStart, end);
    const calls = ofType(assistant, 'tool_use');
    const results = ofType(user, 'tool_result');
    // What cannot be read may be what is missed; its own fault is told instead.
    const haveIds = calls.every(({ value }) => isId(value.id));
    const hasCalls = haveIds && assistant.every(({ isWhole }) => isWhole);
    const hasResults = user.every(({ isWhole }) => isWhole) && results.every(({ value }) => isId(value.tool_use_id));
    const asked = new Set(calls.map(({ value }) => value.id));
    const strangers = results.filter(({ value }) => !asked.has(value.tool_use_id));
    const gap = hasCalls && hasResults ? gapOf(assistant, calls, user, results, strangers) : undefined;
    if (gap) this.missing.push(gap);
    if (gap && strangers.length === results.length) return;
    const answered = new Set<unknown>();
    for (const result of results) {
      const id = result.value.tool_use_id;
      if (!isId(id)) continue;
      if (!asked.has(id)) {
        // A call that is missed and a result that answers nothing are one mistake: a wrong id.
        const isSure = hasCalls || (haveIds && !assistant.some(mayHideCall));
        if (!gap && isSure && !isMisreadCall(this.#items, id)) this.orphans.push(result);
      } else if (!answered.has(id)) answered.add(id);
      else if (!this.#doubledIds.has(id)) this.doubledResults.push(result);
    }
  }
}

/** Whether something in a message that cannot be read may be a call whose id is not known. */
function mayHideCall({ isWhole, value: { content } }: Message): boolean {
  if (isWhole) return false;
  if (!isArray(content)) return isObject(content);
  return content.some(
    (item) =>
      isObject(item) &&
      typeof item.type !== 'string' &&
      (item.id !== undefined || item.input !== undefined || item.name !== undefined),
  );
}

const otherCalls = new Set<unknown>(['server_tool_use', 'mcp_tool_use']);

/** Whether an id is that of a call which is misread because its type or the role of its message is wrong. */
function isMisreadCall(items: unknown, id: unknown): boolean {
  if (!isArray(items)) return false;
  return items.some((message) => {
    if (!isObject(message) || !isArray(message.content)) return false;
    const hasRole = message.role === 'assistant' || message.role === 'user';
    return message.content.some(
      (item) =>
        isObject(item) && item.id === id && !otherCalls.has(item.type) && (item.type !== 'tool_use' || !hasRole),
    );
  });
}

const noBlocks: readonly Block[] = [];

function gapOf(
  turn: readonly Message[],
  calls: readonly Block[],
  user: readonly Message[],
  results: readonly Block[],
  strangers: readonly Block[],
): MissingResults | undefined {
  const last = calls.at(-1);
  const assistant = turn.find(({ index }) => index === last?.message);
  if (!last || !assistant) return undefined;
  const between = assistant.blocks.find(({ type, index }) => type === 'text' && index > last.index);
  const given = new Set(between ? [] : leadingResults(user));
  const open = calls.filter(({ value }) => !given.has(value.id));
  if (open.length === 0) return undefined;
  const [next] = user;
  const ids = open.map(({ value }) => textOf(value.id) ?? '');
  const late =
    strangers.length === results.length
      ? noBlocks
      : open.flatMap(({ value }) => results.find((result) => result.value.tool_use_id === value.id) ?? noBlocks);
  return { assistant, calls: open, ids, next, between, strangers, late };
}

/** The ids answered before anything else comes, over all messages of the turn. */
function leadingResults(user: readonly Message[]): readonly unknown[] {
  const ids: unknown[] = [];
  for (const { text, blocks } of user) {
    if (text !== undefined && text !== '') return ids;
    for (const { type, value } of blocks) {
      if (type !== 'tool_result') return ids;
      ids.push(value.tool_use_id);
    }
  }
  return ids;
}

function ofType(messages: readonly Message[], type: string): readonly Block[] {
  const found: Block[] = [];
  for (const { blocks } of messages) for (const block of blocks) if (block.type === type) found.push(block);
  return found;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && isIdentifier(value);
}

/**
 * The index under which late checks name a message: one more where the conversation begins with the assistant
 * (recorded 2026-05-05).
 */
export function lateIndex(view: RequestView, index: number): number {
  return view.messages[0]?.index === 0 && view.messages[0].role === 'assistant' ? index + 1 : index;
}

/** The late path of a block in a message. */
export function latePath(view: RequestView, block: Block): string {
  return `messages.${lateIndex(view, block.message)}.content.${block.index}`;
}
