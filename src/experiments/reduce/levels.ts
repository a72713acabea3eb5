import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { operationOf } from '../../facts/endpoints.ts';
import { requestShapes } from '../../facts/structure.generated.ts';
import { itemTypeOf, pruned, prunedValue } from './prune.ts';
import type { RequestTree } from './tree.ts';

/** What is known of a failure before anything is taken out. */
export interface Lead {
  /** Where in the body the failure is; empty where that is not known. */
  readonly at: BodyPath;
  /** The message of the failure; members that it names belong to it. */
  readonly words: string;
  readonly endpoint: string;
}

const neutralTurn = { role: 'user', content: 'x' };
/** Members that are lists of parts; all others are settings. */
const parts: ReadonlySet<string> = new Set(['messages', 'tools', 'system', 'requests']);

/**
 * Guesses at the core of a failing request, the smallest first and the request itself last: what the place of the
 * failure needs to stand; that with its surroundings and all settings; that with its neighbors, tools and system prompt.
 */
export function levelsOf(tree: RequestTree, lead: Lead): readonly RequestTree[] {
  const { headers, body } = tree;
  const few = neededHeaders(headers, lead.words);
  const core = coreOf(body, lead);
  const guesses: readonly RequestTree[] = [
    ...(core ? [{ headers: few, body: core }] : []),
    ...(core && isArray(headers['anthropic-beta']) ? [{ headers, body: core }] : []),
    ...surroundingsOf(body, lead).map((guess) => ({ headers, body: guess })),
    tree,
  ];
  const seen = new Set<string>();
  return guesses.filter((guess) => {
    const key = JSON.stringify(guess);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The headers that the failure names. */
function neededHeaders(headers: JsonObject, words: string): JsonObject {
  const kept = Object.entries(headers).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (isArray(value)) {
      const named = value.filter((one) => words.includes(String(one)));
      return named.length > 0 ? [[name, named]] : [];
    }
    return words.toLowerCase().includes(name) ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}

function coreOf(body: JsonObject, lead: Lead): JsonObject | undefined {
  const { kind } = operationOf(lead.endpoint);
  if (kind !== 'batch') return coreOfMessages(body, lead);
  const [list, index, member, ...rest] = lead.at;
  const entry =
    list === 'requests' && typeof index === 'number' && isArray(body.requests) ? body.requests[index] : undefined;
  if (member !== 'params' || !isObject(entry) || !isObject(entry.params)) {
    return pruned(body, requestShapes.batch ?? '', lead.at);
  }
  const params = coreOfMessages(entry.params, { ...lead, at: rest, endpoint: '/v1/messages' });
  return { requests: [{ ...pruned(entry, 'BatchCreateParams.Request', ['params']), params }] };
}

function coreOfMessages(body: JsonObject, { at, words, endpoint }: Lead): JsonObject {
  const shapeName = requestShapes[operationOf(endpoint).kind] ?? '';
  const named = Object.keys(body).filter((name) => isNamed(name, words));
  const messages = isArray(body.messages) ? body.messages : undefined;
  const isInMessages = at[0] === 'messages' && typeof at[1] === 'number' && messages !== undefined;
  const kept = isInMessages && messages ? coreMessages(messages, at[1] ?? 0, at.slice(2)) : undefined;
  const base = pruned(body, shapeName, at);
  const settings = named
    .filter((name) => base[name] === undefined)
    .map((name): readonly [string, unknown] => [name, prunedMember(body, shapeName, name)]);
  const whole = { ...base, ...Object.fromEntries(settings) };
  const turns = kept ?? (at[0] === 'messages' || !messages ? undefined : [neutralTurn]);
  const tools = kept ? toolsCalled(body, kept, shapeName) : undefined;
  return inOrderOf(body, {
    ...whole,
    ...(turns === undefined || body.messages === undefined ? {} : { messages: turns }),
    ...(tools === undefined || whole.tools !== undefined ? {} : { tools }),
  });
}

/** A setting that a failure names stays whole, and of a list its first item. */
function prunedMember(body: JsonObject, shapeName: string, name: string): unknown {
  const value = body[name];
  return isArray(value) && parts.has(name)
    ? value.slice(0, 1).map((item) => prunedValue(item, itemTypeOf(shapeName, name)))
    : value;
}

function isNamed(name: string, words: string): boolean {
  return new RegExp(`(?<![\\w.])${name.replaceAll(/\W/g, '\\$&')}(?!\\w)`).test(words);
}

/** A message that holds the failure, with the block alone that does, what that block belongs to, and a user's turn first. */
function coreMessages(messages: readonly unknown[], index: string | number, rest: BodyPath): readonly unknown[] {
  const at = Number(index);
  const message = messages[at];
  const [member, blockAt] = rest;
  const content = isObject(message) && isArray(message.content) ? message.content : [];
  const isInBlock = member === 'content' && typeof blockAt === 'number' && isObject(message);
  const kept = isInBlock ? prunedTurn(message, [content[blockAt]]) : message;
  const before = partners(messages[at - 1], kept, 'tool_use', 'id', 'tool_use_id');
  const after = partners(messages[at + 1], kept, 'tool_result', 'tool_use_id', 'id');
  const turns = [before, kept, after].filter((one) => one !== undefined);
  const [first] = turns;
  return isObject(first) && first.role === 'assistant' ? [neutralTurn, ...turns] : turns;
}

function prunedTurn(message: JsonObject, content: readonly unknown[]): JsonObject {
  return inOrderOf(message, { role: message.role, content });
}

/** The blocks of a neighboring message that belong to blocks of this one. */
function partners(neighbor: unknown, message: unknown, type: string, own: string, other: string): unknown {
  if (!isObject(neighbor) || !isArray(neighbor.content)) return undefined;
  const ids = new Set(blocksIn(message).map((block) => block[other]));
  const found = blocksIn(neighbor).filter((block) => block.type === type && ids.has(block[own]));
  return found.length > 0 ? prunedTurn(neighbor, found) : undefined;
}

function blocksIn(message: unknown): readonly JsonObject[] {
  return isObject(message) && isArray(message.content) ? message.content.filter(isObject) : [];
}

/** The definitions of the tools that the messages call. */
function toolsCalled(
  body: JsonObject,
  messages: readonly unknown[],
  shapeName: string,
): readonly unknown[] | undefined {
  if (!isArray(body.tools)) return undefined;
  const names = new Set(
    messages.flatMap((message) =>
      blocksIn(message).map(({ type, name }) => (type === 'tool_use' ? textOf(name) : undefined)),
    ),
  );
  const called = body.tools.filter((tool) => isObject(tool) && typeof tool.name === 'string' && names.has(tool.name));
  return called.length > 0 ? called.map((tool) => prunedValue(tool, itemTypeOf(shapeName, 'tools'))) : undefined;
}

/** Members in the order of the request that they come from. */
function inOrderOf(body: JsonObject, members: JsonObject): JsonObject {
  const known = Object.keys(body).filter((name) => Object.hasOwn(members, name));
  const added = Object.keys(members).filter((name) => !Object.hasOwn(body, name));
  return Object.fromEntries([...known, ...added].map((name) => [name, members[name]]));
}

/** Wider and wider surroundings of the place, with all settings. */
function surroundingsOf(body: JsonObject, { at, endpoint }: Lead): readonly JsonObject[] {
  if (operationOf(endpoint).kind === 'batch') {
    const [list, index] = at;
    return list === 'requests' && typeof index === 'number' && isArray(body.requests)
      ? [{ ...body, requests: [body.requests[index]] }]
      : [];
  }
  const settings = Object.entries(body).filter(([name]) => !parts.has(name));
  const messages = isArray(body.messages) ? body.messages : undefined;
  if (!messages) return [];
  const near = (distance: number): readonly unknown[] => {
    if (at[0] !== 'messages' || typeof at[1] !== 'number') return [neutralTurn];
    const turns = messages.slice(Math.max(0, at[1] - distance), at[1] + distance + 1);
    const [first] = turns;
    return isObject(first) && first.role === 'assistant' ? [neutralTurn, ...turns] : turns;
  };
  const place =
    at[0] === 'tools' && typeof at[1] === 'number' && isArray(body.tools) ? { tools: [body.tools[at[1]]] } : {};
  const system = at[0] === 'system' ? { system: body.system } : {};
  return [
    inOrderOf(body, { ...Object.fromEntries(settings), ...place, ...system, messages: near(0) }),
    inOrderOf(body, { ...body, messages: near(1) }),
  ];
}

/** The place that the API's path speaks of: tags of the path that are no keys are passed over. */
export function placeOf(body: JsonObject, path: string): BodyPath {
  const place: (string | number)[] = [];
  let value: unknown = body;
  for (const step of path === '' ? [] : path.split('.')) {
    if (isArray(value) && /^\d+$/.test(step) && Number(step) < value.length) {
      place.push(Number(step));
      value = value[Number(step)];
    } else if (isObject(value) && Object.hasOwn(value, step)) {
      place.push(step);
      value = value[step];
    }
  }
  return place;
}
