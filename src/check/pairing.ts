import { isArray, textOf } from '../core/json.ts';
import { oncePerView } from '../core/view.ts';
import type { Block, Message, RequestView } from '../core/view.ts';
import { serverResultType, serverResultTypes } from '../facts/messages/tool-pairing.ts';

/** Tool calls of one assistant turn that the next user turn does not answer. */
export interface MissingResults {
  readonly assistant: Message;
  readonly calls: readonly Block[];
  readonly ids: readonly string[];
  /** The first message after the turn; absent at the end of the conversation. */
  readonly next?: Message;
  /** What stands between the calls and their results, where that is the fault. */
  readonly between?: Block;
  /** Results of the next turn that answer no call of this one. */
  readonly strangers: readonly Block[];
}

/** A server tool's call without the block that answers it. */
export interface OpenServerCall {
  readonly call: Block;
  readonly id: string;
  readonly name: string;
  readonly resultType: string;
  /** The turn may go on: the conversation ends with it, or a client tool's result comes first. */
  readonly mayGoOn: boolean;
}

/** How calls and results fit together. */
export interface Pairing {
  readonly missing: readonly MissingResults[];
  readonly orphans: readonly Block[];
  /** A second result for one call. */
  readonly doubledResults: readonly Block[];
  /** A call whose id was used before. */
  readonly doubledCalls: readonly Block[];
  readonly openServerCalls: readonly OpenServerCall[];
  readonly serverOrphans: readonly Block[];
}

const none: readonly Block[] = [];
const idPattern = /^[a-zA-Z0-9_-]+$/;

/** Pairs every call with its result, once for all rules. */
export const pairingOf = oncePerView((view: RequestView): Pairing => {
  const client = new ClientPairing();
  if (view.blocksOf('tool_use').length > 0 || view.blocksOf('tool_result').length > 0) {
    for (const message of view.messages) client.read(message);
    client.end();
  }
  const { missing, orphans, doubledResults, doubledCalls } = client;
  return { missing, orphans, doubledResults, doubledCalls, ...serverPairing(view) };
});

/**
 * Reads a conversation message by message. A turn is a run of messages of one role; a system item does not end it. The
 * lists are used again for every turn, because a long conversation has thousands.
 */
class ClientPairing {
  readonly missing: MissingResults[] = [];
  readonly orphans: Block[] = [];
  readonly doubledResults: Block[] = [];
  readonly doubledCalls: Block[] = [];
  readonly #knownIds = new Set<unknown>();
  readonly #doubledIds = new Set<unknown>();
  #role = '';
  #assistant: readonly Message[] = [];
  #calls: Block[] = [];
  #user: Message[] = [];
  #results: Block[] = [];
  /** How many of `#results` come before anything else. */
  #leading = 0;
  #isRunBroken = false;

  read(message: Message): void {
    const { role } = message;
    if (role === 'system') return;
    if (role !== this.#role) this.#begin(role);
    if (role === 'assistant') this.#readCalls(message);
    else this.#readResults(message);
  }

  end(): void {
    if (this.#role === 'assistant') this.#user = [];
    this.#settle();
  }

  #begin(role: string): void {
    if (role === 'assistant') {
      this.#settle();
      this.#assistant = [];
      this.#calls = [];
    } else if (this.#role === 'assistant' || this.#role === '') {
      this.#user = [];
    }
    this.#role = role;
  }

  #readCalls(message: Message): void {
    this.#assistant = this.#assistant.length === 0 ? [message] : [...this.#assistant, message];
    for (const block of message.blocks) {
      if (block.type !== 'tool_use') continue;
      const { id } = block.value;
      this.#calls.push(block);
      if (this.#knownIds.has(id)) {
        if (!isId(id)) continue;
        this.#doubledIds.add(id);
        this.doubledCalls.push(block);
      } else this.#knownIds.add(id);
    }
  }

  #readResults(message: Message): void {
    this.#user.push(message);
    if (message.text !== undefined && message.text !== '') this.#isRunBroken = true;
    for (const block of message.blocks) {
      if (block.type !== 'tool_result') this.#isRunBroken = true;
      else {
        this.#results.push(block);
        if (!this.#isRunBroken) this.#leading += 1;
      }
    }
  }

  /** Compares the calls of a turn with the results of the next, and makes room for the next two. */
  #settle(): void {
    const calls = this.#calls;
    const results = this.#results;
    if (calls.length > 0 || results.length > 0) {
      const [call] = calls;
      const [result] = results;
      const isPlain = calls.length === 1 && results.length === 1 && this.#leading === 1;
      if (!isPlain || call?.value.id !== result?.value.tool_use_id || this.#assistant.at(-1)?.blocks.at(-1) !== call) {
        this.#compare();
      }
    }
    if (results.length > 0) this.#results = [];
    this.#leading = 0;
    this.#isRunBroken = false;
  }

  #compare(): void {
    // What cannot be read may be what is missed; its own fault is told instead.
    const isCallsReadable =
      this.#assistant.every(({ isWhole }) => isWhole) && this.#calls.every(({ value }) => isId(value.id));
    const isResultsReadable =
      this.#user.every(({ isWhole }) => isWhole) && this.#results.every(({ value }) => isId(value.tool_use_id));
    const gap = isCallsReadable && isResultsReadable ? this.#gap() : undefined;
    if (gap) this.missing.push(gap);
    const asked = new Set(this.#calls.map(({ value }) => value.id));
    const answered = new Set<unknown>();
    for (const result of this.#results) {
      const id = result.value.tool_use_id;
      if (!isId(id)) continue;
      if (!asked.has(id)) {
        // A call that is missed and a result that answers nothing are one mistake: a wrong id.
        if (!gap && isCallsReadable) this.orphans.push(result);
      } else if (!answered.has(id)) answered.add(id);
      else if (!this.#doubledIds.has(id)) this.doubledResults.push(result);
    }
  }

  #gap(): MissingResults | undefined {
    const last = this.#calls.at(-1);
    const assistant = this.#assistant.find(({ index }) => index === last?.message);
    if (!last || !assistant) return undefined;
    const between = assistant.blocks.slice(assistant.blocks.indexOf(last) + 1).find(({ type }) => type === 'text');
    const given = new Set(between ? [] : this.#results.slice(0, this.#leading).map(({ value }) => value.tool_use_id));
    const open = this.#calls.filter(({ value }) => !given.has(value.id));
    if (open.length === 0) return undefined;
    const [next] = this.#user;
    const asked = new Set(this.#calls.map(({ value }) => value.id));
    return {
      assistant,
      calls: open,
      ids: open.map(({ value }) => textOf(value.id) ?? ''),
      ...(next ? { next } : {}),
      ...(between ? { between } : {}),
      strangers: this.#results.filter(({ value }) => !asked.has(value.tool_use_id)),
    };
  }
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && idPattern.test(value);
}

function serverPairing(view: RequestView): Pick<Pairing, 'openServerCalls' | 'serverOrphans'> {
  const calls = view.blocksOf('server_tool_use').filter(isTopLevel);
  const results = serverResultTypes.flatMap((type) => view.blocksOf(type)).filter(isTopLevel);
  if (calls.length === 0 && results.length === 0) return { openServerCalls: [], serverOrphans: none };
  const answered = new Set(results.map(({ value }) => value.tool_use_id));
  const asked = new Set(calls.map(({ value }) => value.id));
  // Recorders replace ids: a call and the result right behind it belong together even when their ids differ.
  const neighbors = new Set<Block>();
  for (const result of results) {
    if (asked.has(result.value.tool_use_id)) continue;
    const call = calls.find(
      ({ message, index, value }) =>
        message === result.message && index === result.index - 1 && !answered.has(value.id),
    );
    if (call) neighbors.add(call).add(result);
  }
  const lastIndex = view.messages.at(-1)?.index;
  const openServerCalls = calls.flatMap((call): readonly OpenServerCall[] => {
    const { id, name } = call.value;
    if (typeof id !== 'string' || typeof name !== 'string' || answered.has(id) || neighbors.has(call)) return [];
    const resultType = serverResultType(name);
    if (resultType === undefined) return [];
    const mayGoOn =
      call.message === lastIndex || view.blocksOf('tool_use').some(({ message }) => message === call.message);
    return [{ call, id, name, resultType, mayGoOn }];
  });
  const serverOrphans = results.filter((result) => !asked.has(result.value.tool_use_id) && !neighbors.has(result));
  return { openServerCalls, serverOrphans };
}

function isTopLevel(block: Block): boolean {
  return block.parent === undefined && block.home === 'messages';
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

/** Whether content is empty: nothing, an empty string, an empty list. */
export function isEmptyContent(content: unknown): boolean {
  return content === undefined || content === '' || (isArray(content) && content.length === 0);
}
