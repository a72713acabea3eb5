import { isArray, isObject, numberOf, parsedJson, textOf } from '../../core/json.ts';

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
const fineReasons: ReadonlySet<string> = new Set(['end_turn', 'tool_use', 'stop_sequence', 'compaction']);

/** Looks at a whole JSON answer of the Messages API. */
export function reportOnMessage(text: string): AnswerReport {
  const value = parsedJson(text);
  if (!isObject(value)) return { complaint: isPage(text) ? pageComplaint : 'Response body is not valid JSON' };
  const tokens = tokensOf(value.usage);
  const found = tokens ? { tokens } : {};
  if (value.type !== 'message') return found;
  const reason = textOf(value.stop_reason) ?? '';
  const isEmpty = isArray(value.content) && value.content.length === 0 && reason === 'end_turn';
  return fineReasons.has(reason) && !isEmpty ? found : { ...found, complaint: '' };
}

/** Said of a web page in place of an answer. */
export const pageComplaint = 'received HTML instead of JSON';

/** Whether a text is a web page or another document of its kind. */
export function isPage(text: string): boolean {
  return /^\s*</.test(text.slice(0, 1000));
}

/** A line of data in an event stream. */
const dataLine = /(?:^|[\r\n])data:([^\r\n]*)/g;

/** What the events of a stream come to. */
interface StreamSum {
  readonly usage: Record<string, unknown>;
  readonly inputs: Map<unknown, string>;
  events: number;
  hasError: boolean;
  hasGarbledEvent: boolean;
  hasBadReason: boolean;
  hasStopped: boolean;
}

/**
 * Looks at an event stream of the Messages API; `isCut` where its middle was not kept. Events are looked at one after the
 * other, as a stream can hold very many.
 */
export function reportOnStream(text: string, isCut: boolean): AnswerReport {
  const sum: StreamSum = {
    usage: {},
    inputs: new Map(),
    events: 0,
    hasError: false,
    hasGarbledEvent: false,
    hasBadReason: false,
    hasStopped: false,
  };
  for (const [, data = ''] of text.matchAll(dataLine)) addEvent(sum, parsedJson(data.trim()));
  const tokens = tokensOf(sum.usage);
  // The gap of a stream that was kept in part may lie inside an event, and so may a break.
  const complaint = streamComplaint(
    isCut || !text.endsWith('\n') ? { ...sum, hasGarbledEvent: false } : sum,
    !isCut && hasGarbledInput(sum.inputs),
  );
  return { ...(complaint === undefined ? {} : { complaint }), ...(tokens ? { tokens } : {}) };
}

function addEvent(sum: StreamSum, event: unknown): void {
  if (!isObject(event)) {
    sum.hasGarbledEvent = true;
    return;
  }
  sum.events++;
  const { type, index, message, usage, delta } = event;
  if (type === 'error') sum.hasError = true;
  if (type === 'message_stop') sum.hasStopped = true;
  Object.assign(sum.usage, isObject(message) ? message.usage : undefined, usage);
  if (!isObject(delta)) return;
  const reason = textOf(delta.stop_reason);
  if (reason !== undefined && !fineReasons.has(reason)) sum.hasBadReason = true;
  const input = textOf(delta.partial_json);
  if (input !== undefined) sum.inputs.set(index, (sum.inputs.get(index) ?? '') + input);
}

function streamComplaint(sum: StreamSum, hasGarbledTool: boolean): string | undefined {
  const { events, hasError, hasGarbledEvent, hasBadReason, hasStopped } = sum;
  if (hasError) return '';
  if (hasGarbledEvent) return 'Could not parse message into JSON: an event of the stream is no JSON';
  if (hasBadReason) return '';
  if (!hasStopped) return `stream ended without message_stop after ${events} ${events === 1 ? 'event' : 'events'}`;
  return hasGarbledTool ? 'Unable to parse tool parameter JSON from model' : undefined;
}

/** Whether the pieces of a tool's input do not come to JSON. */
function hasGarbledInput(inputs: ReadonlyMap<unknown, string>): boolean {
  return [...inputs.values()].some((input) => input !== '' && parsedJson(input) === undefined);
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
