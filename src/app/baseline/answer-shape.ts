import type { AnswerShape } from '../../core/baseline.ts';
import { isArray, isObject, parsedJson, textOf, type JsonObject } from '../../core/json.ts';

/** What an answer looks like, a message or a stream of events; `undefined` where it is neither. */
export function answerShapeOf(body: string): AnswerShape | undefined {
  const value = parsedJson(body);
  if (isObject(value)) return messageShape(value);
  const events = [...body.matchAll(/^data: ?(\{.*)$/gm)].flatMap(([, data = '']) => {
    const event = parsedJson(data);
    return isObject(event) ? [event] : [];
  });
  return events.length === 0 ? undefined : streamShape(events);
}

function messageShape(message: JsonObject): AnswerShape | undefined {
  const type = textOf(message.type);
  if (type === undefined) return undefined;
  const stopReason = textOf(message.stop_reason);
  return {
    type,
    content: typesOf(isArray(message.content) ? message.content : []),
    ...(stopReason === undefined ? {} : { stopReason }),
    usage: membersOf(message.usage),
  };
}

function streamShape(events: readonly JsonObject[]): AnswerShape {
  const start = events.find(({ type }) => type === 'message_start');
  const end = events.findLast(({ type }) => type === 'message_delta');
  const stopReason = end && isObject(end.delta) ? textOf(end.delta.stop_reason) : undefined;
  return {
    type: 'stream',
    content: typesOf(events.map((event) => event.content_block)),
    ...(stopReason === undefined ? {} : { stopReason }),
    usage: membersOf(start && isObject(start.message) ? start.message.usage : undefined),
  };
}

function typesOf(blocks: readonly unknown[]): readonly string[] {
  const types = blocks.flatMap((block) => (isObject(block) ? (textOf(block.type) ?? []) : []));
  return [...new Set(types)];
}

function membersOf(usage: unknown): readonly string[] {
  return isObject(usage) ? Object.keys(usage).toSorted() : [];
}
