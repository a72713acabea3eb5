import { isArray, isObject, numberOf, parsedJson, textOf, type JsonObject } from '../../core/json.ts';

/** Tokens that an answer counts. */
export interface TokenCount {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWritten: number;
}

/** What an answer with a good status turned out to be. */
export interface AnswerReport {
  /** Absent where nothing is wrong; else what is, in words that the causes know. */
  readonly complaint?: string;
  readonly tokens?: TokenCount;
}

/** Ends of an answer that are what the caller asked for. */
const fineReasons: ReadonlySet<string> = new Set(['end_turn', 'tool_use', 'stop_sequence', 'pause_turn', 'compaction']);

/** Looks at a whole JSON answer of the Messages API. */
export function reportOnMessage(text: string): AnswerReport {
  const value = parsedJson(text);
  if (!isObject(value)) return { complaint: 'Response body is not valid JSON' };
  const tokens = tokensOf(value.usage);
  const found = tokens ? { tokens } : {};
  if (value.type !== 'message') return found;
  const reason = textOf(value.stop_reason) ?? '';
  const isEmpty = isArray(value.content) && value.content.length === 0 && reason === 'end_turn';
  return fineReasons.has(reason) && !isEmpty ? found : { ...found, complaint: '' };
}

/** Looks at an event stream of the Messages API; `isCut` where its middle was not kept. */
export function reportOnStream(text: string, isCut: boolean): AnswerReport {
  let usage: JsonObject = {};
  let complaint: string | undefined;
  let isComplete = false;
  let count = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (!line.startsWith('data:')) continue;
    count++;
    const event = parsedJson(line.slice(5).trim());
    if (!isObject(event)) {
      // The gap of a stream that was kept in part may lie inside an event, and so may a break.
      if (!isCut && text.endsWith('\n'))
        complaint ??= 'Could not parse message into JSON: an event of the stream is no JSON';
      continue;
    }
    if (event.type === 'error') complaint = '';
    if (event.type === 'message_stop') isComplete = true;
    const message = isObject(event.message) ? event.message : event;
    if (isObject(message.usage)) usage = { ...usage, ...message.usage };
    const reason = isObject(event.delta) ? textOf(event.delta.stop_reason) : undefined;
    if (reason !== undefined && !fineReasons.has(reason)) complaint ??= '';
  }
  if (!isComplete) complaint ??= `stream ended without message_stop after ${count} ${count === 1 ? 'event' : 'events'}`;
  const tokens = tokensOf(usage);
  return { ...(complaint === undefined ? {} : { complaint }), ...(tokens ? { tokens } : {}) };
}

function tokensOf(usage: unknown): TokenCount | undefined {
  if (!isObject(usage)) return undefined;
  const input = numberOf(usage.input_tokens);
  const output = numberOf(usage.output_tokens);
  if (input === undefined && output === undefined) return undefined;
  return {
    input: input ?? 0,
    output: output ?? 0,
    cacheRead: numberOf(usage.cache_read_input_tokens) ?? 0,
    cacheWritten: numberOf(usage.cache_creation_input_tokens) ?? 0,
  };
}
