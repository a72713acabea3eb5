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

interface Turn {
  readonly role: string;
  readonly messages: readonly Message[];
}

const none: readonly Block[] = [];
const idPattern = /^[a-zA-Z0-9_-]+$/;

/** Pairs every call with its result, once for all rules. */
export const pairingOf = oncePerView((view: RequestView): Pairing => {
  const turns = turnsOf(view);
  const missing: MissingResults[] = [];
  const orphans: Block[] = [];
  const doubledResults: Block[] = [];
  const doubledCalls = repeated(view.blocksOf('tool_use').filter(isTopLevel), 'id');
  const doubled = new Set(doubledCalls.map(({ value }) => value.id));
  for (let index = 0; index < turns.length; index++) {
    const turn = turns[index];
    if (!turn) continue;
    if (turn.role === 'assistant') {
      const gap = gapOf(turn, turns[index + 1]);
      if (gap) missing.push(gap);
    } else if (turn.role === 'user') {
      const results = blocksOf(turn, 'tool_result');
      if (results.length === 0) continue;
      const before = turns[index - 1];
      const asked = new Set(before ? blocksOf(before, 'tool_use').map(({ value }) => value.id) : []);
      // A call that is missed and a result that answers nothing are one mistake: a wrong id.
      const isTold = missing.at(-1)?.next !== undefined && missing.at(-1)?.next === turn.messages[0];
      if (!isTold && (!before || isReadable(before))) {
        for (const result of results) {
          if (isId(result.value.tool_use_id) && !asked.has(result.value.tool_use_id)) orphans.push(result);
        }
      }
      for (const result of repeated(results, 'tool_use_id')) {
        if (asked.has(result.value.tool_use_id) && !doubled.has(result.value.tool_use_id)) doubledResults.push(result);
      }
    }
  }
  return { missing, orphans, doubledResults, doubledCalls, ...serverPairing(view) };
});

/** Runs of one role; a system item between them does not end a turn. */
function turnsOf(view: RequestView): readonly Turn[] {
  const turns: { readonly role: string; readonly messages: Message[] }[] = [];
  for (const { role, messages } of view.runs) {
    if (role === 'system') continue;
    const last = turns.at(-1);
    if (last?.role === role) last.messages.push(...messages);
    else turns.push({ role, messages: [...messages] });
  }
  return turns;
}

function gapOf(turn: Turn, next: Turn | undefined): MissingResults | undefined {
  const calls = blocksOf(turn, 'tool_use');
  const last = calls.at(-1);
  const assistant = last && turn.messages.find(({ index }) => index === last.message);
  // What cannot be read may be what is missed; its own fault is told instead.
  if (!last || !assistant || !isReadable(turn) || (next && !isReadable(next))) return undefined;
  const between = assistant.blocks.slice(assistant.blocks.indexOf(last) + 1).find(({ type }) => type === 'text');
  const given = new Set(between ? [] : next ? leadingResults(next) : []);
  const open = calls.filter(({ value }) => !given.has(value.id));
  if (open.length === 0) return undefined;
  const asked = new Set(calls.map(({ value }) => value.id));
  const results = next ? blocksOf(next, 'tool_result') : none;
  const first = next?.messages[0];
  return {
    assistant,
    calls: open,
    ids: open.map(({ value }) => textOf(value.id) ?? ''),
    ...(first ? { next: first } : {}),
    ...(between ? { between } : {}),
    strangers: results.filter(({ value }) => !asked.has(value.tool_use_id)),
  };
}

/** The ids answered before anything else comes, over all messages of the turn. */
function leadingResults(turn: Turn): readonly unknown[] {
  const ids: unknown[] = [];
  for (const message of turn.messages) {
    if (message.text !== undefined && message.text !== '') break;
    for (const block of message.blocks) {
      if (block.type !== 'tool_result') return ids;
      ids.push(block.value.tool_use_id);
    }
  }
  return ids;
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

/** Blocks whose id an earlier block has. */
function repeated(blocks: readonly Block[], key: 'id' | 'tool_use_id'): readonly Block[] {
  const seen = new Set<unknown>();
  return blocks.filter(({ value }) => {
    if (typeof value[key] !== 'string') return false;
    if (seen.has(value[key])) return true;
    seen.add(value[key]);
    return false;
  });
}

function blocksOf(turn: Turn, type: string): readonly Block[] {
  return turn.messages.flatMap(({ blocks }) => blocks.filter((block) => block.type === type));
}

/** Whether every block is one, and every call and result has an id in the form of ids. */
function isReadable(turn: Turn): boolean {
  return (
    turn.messages.every((message) => message.isWhole) &&
    blocksOf(turn, 'tool_use').every(({ value }) => isId(value.id)) &&
    blocksOf(turn, 'tool_result').every(({ value }) => isId(value.tool_use_id))
  );
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && idPattern.test(value);
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
