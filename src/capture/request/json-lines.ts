import { isObject, parsedJson, textOf, type JsonObject } from '../../core/json.ts';
import type { Captured } from './captured.ts';
import { capturedFrom } from './capture.ts';
import { unwrap, type Unwrapped } from './unwrap.ts';

/** A line that is not empty, and what it holds; its parsed value is not kept, as a text can hold very many. */
interface Line {
  readonly number: number;
  readonly text: string;
  readonly offset: number;
  readonly kind: 'object' | 'log-record' | 'other';
  readonly items: readonly Captured[];
  /** It is an entry of a list of requests: a bare body, an entry of a batch, or a record of `--ndjson`. */
  readonly isEntry: boolean;
}

/** Of the lines that are left out, so many are named. */
const mostNamed = 10;

/**
 * Bodies of a text with one JSON value a line; `undefined` when it is none. In a list of requests every line is to be
 * one, and is judged as it stands. In a log, and beside the lines of one, what holds no request is left out and named.
 */
export function fromJsonLines(text: string): readonly Captured[] | undefined {
  const lines = linesOf(text);
  const isList = lines.some(({ isEntry }) => isEntry);
  const items: Captured[] = [];
  const leftOut: number[] = [];
  for (const line of lines) {
    if (line.items.length > 0) for (const item of line.items) items.push(item);
    else if (isMeant(line, isList)) items.push({ kind: 'request', label: '', text: line.text, offset: line.offset });
    else leftOut.push(line.number);
  }
  const [first, ...others] = items;
  if (!first || leftOut.length === 0) return first && items;
  const note = first.note === undefined ? leftOutNote(leftOut) : `${first.note} ${leftOutNote(leftOut)}`;
  return [{ ...first, note }, ...others];
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    const offset = start + (line.length - line.trimStart().length);
    start = end + 1;
    number++;
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const value = objectOf(trimmed);
    // What begins with another line is no list of JSON lines.
    if (lines.length === 0 && !value) return [];
    const bodies = value ? unwrap(value) : [];
    lines.push({
      number,
      text: trimmed,
      offset,
      kind: !value ? 'other' : logMembers.some((name) => value[name] !== undefined) ? 'log-record' : 'object',
      items: capturedFrom(bodies, { text: trimmed, offset }),
      isEntry: value !== undefined && isEntry(value, bodies[0]),
    });
  }
  return lines;
}

function objectOf(line: string): JsonObject | undefined {
  const value = line.startsWith('{') ? parsedJson(line) : undefined;
  return isObject(value) ? value : undefined;
}

/** Members of the records that `faultline check --ndjson` reads; a log keeps more beside a body. */
const recordMembers = new Set(['id', 'body', 'rawBody', 'endpoint', 'platform', 'headers', 'headersKnown', 'recorded']);

function isEntry(value: JsonObject, body: Unwrapped | undefined): boolean {
  if (body?.kind !== 'request') return false;
  const [holder] = body.path;
  if (holder === undefined) return true;
  if (holder === 'params') return textOf(value.custom_id) !== undefined;
  return (holder === 'body' || holder === 'rawBody') && Object.keys(value).every((name) => recordMembers.has(name));
}

/** What loggers write beside a message. */
const logMembers = ['level', 'severity', 'time', 'timestamp', 'ts', '@timestamp', 'msg', 'logger', 'event'];

/** Whether a line without a usable body was to be a request. */
function isMeant({ text, kind }: Line, isList: boolean): boolean {
  return isList ? kind !== 'log-record' : kind === 'other' && text.startsWith('{') && text.includes('"messages"');
}

function leftOutNote(numbers: readonly number[]): string {
  const one = numbers.length === 1;
  const named = numbers.slice(0, mostNamed).map(String);
  const more = numbers.length - named.length;
  if (more > 0) named.push(`${more} more`);
  const last = named.pop() ?? '';
  const list = named.length === 0 ? last : `${named.join(', ')} and ${last}`;
  return `${numbers.length} ${one ? 'line' : 'lines'} without a request ${one ? 'was' : 'were'} left out: ${one ? 'line' : 'lines'} ${list}.`;
}
