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

/** Looks at an event stream of the Messages API; `isCut` where its middle was not kept. */
export function reportOnStream(text: string, isCut: boolean): AnswerReport {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.startsWith('data:'));
  const events = lines.map((line) => parsedJson(line.slice('data:'.length).trim())).filter(isObject);
  const usage: Record<string, unknown> = {};
  for (const { message, usage: own } of events)
    Object.assign(usage, isObject(message) ? message.usage : undefined, own);
  const tokens = tokensOf(usage);
  const complaint = streamComplaint(events, {
    // The gap of a stream that was kept in part may lie inside an event, and so may a break.
    hasGarbledEvent: !isCut && events.length < lines.length && text.endsWith('\n'),
    isCut,
  });
  return { ...(complaint === undefined ? {} : { complaint }), ...(tokens ? { tokens } : {}) };
}

function streamComplaint(
  events: readonly JsonObject[],
  { hasGarbledEvent, isCut }: { readonly hasGarbledEvent: boolean; readonly isCut: boolean },
): string | undefined {
  if (events.some(({ type }) => type === 'error')) return '';
  if (hasGarbledEvent) return 'Could not parse message into JSON: an event of the stream is no JSON';
  const reasons = events.map(({ delta }) => (isObject(delta) ? textOf(delta.stop_reason) : undefined));
  if (reasons.some((reason) => reason !== undefined && !fineReasons.has(reason))) return '';
  if (!events.some(({ type }) => type === 'message_stop'))
    return `stream ended without message_stop after ${events.length} ${events.length === 1 ? 'event' : 'events'}`;
  return !isCut && hasGarbledInput(events) ? 'Unable to parse tool parameter JSON from model' : undefined;
}

/** Whether the pieces of a tool's input do not come to JSON. */
function hasGarbledInput(events: readonly JsonObject[]): boolean {
  const inputs = new Map<unknown, string>();
  for (const { index, delta } of events) {
    const piece = isObject(delta) ? textOf(delta.partial_json) : undefined;
    if (piece !== undefined) inputs.set(index, (inputs.get(index) ?? '') + piece);
  }
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
