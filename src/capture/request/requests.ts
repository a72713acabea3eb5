import { lineColumnOf } from '../../check/text/lines.ts';
import { syntaxFault } from '../../check/text/syntax.ts';
import { isArray, isObject, parsedJson, textOf } from '../../core/json.ts';
import type { Capture, Captured } from './captured.ts';
import { capturedFrom, labeled } from './capture.ts';
import { fromCurl } from './curl.ts';
import { cutReason, fromLiterals } from './embedded.ts';
import { fromHar } from './har-calls.ts';
import { fromJsonLines } from './json-lines.ts';
import { fromEventText, fromEventValues, lineValues } from './recorded-streams.ts';
import { shapeOf } from './shape.ts';
import { unwrap } from './unwrap.ts';

const forms =
  'Give a request body as JSON, or a record that holds one: NDJSON, a HAR, a curl command, a debug log of an SDK, an error dump.';
const formsOrExplain = `${forms} To learn why a call failed, give the error to \`faultline explain\`.`;

/**
 * Finds the requests and answers in whatever a user gives. Where a body stands in the text as it is, its offset says
 * where; where nothing usable is found, the reason and a hint take its place.
 */
export function requestsIn(text: string, name: string): Capture {
  if (text.trim() === '') return none(`${name} is empty.`, forms);
  const value = parsedJson(text);
  if (value !== undefined) return fromJson(text, value, name);
  const stream = fromEventText(text);
  if (stream) return { kind: 'found', items: [stream] };
  const lines = fromLines(text);
  if (lines) return found(lines);
  if (isBrokenBody(text)) return found([{ kind: 'request', label: '', text, offset: 0 }]);
  const commands = fromCurl(text);
  if (commands.length > 0) return found(commands);
  const { items, cut } = fromLiterals(text);
  const [missing] = cut;
  if (items.length > 0) return found(missing ? withNote(items, cut.length) : items);
  if (missing) return { kind: 'none', ...cutReason(text, missing) };
  return nothingIn(text);
}

function fromJson(text: string, value: unknown, name: string): Capture {
  const calls = fromHar(value);
  if (calls) {
    return calls.length > 0
      ? found(calls)
      : none(
          `${name} is a HAR without a call to the Messages API.`,
          'Record again while the program calls the API, and export with content.',
        );
  }
  const stream = isArray(value) ? fromEventValues(value) : undefined;
  if (stream) return found([stream]);
  const items = capturedFrom(unwrap(value), { text, offset: 0 });
  if (items.length > 0) return found(items);
  if (isObject(value) && (isBare(value) || Object.keys(value).length === 0))
    return found([{ kind: 'request', label: '', text, offset: 0 }]);
  return none(
    `This is JSON, but no request to the Messages API: it is ${describe(value)}.`,
    isReport(value) ? formsOrExplain : forms,
  );
}

/** Whether a value looks like what a program logs of a failure. */
function isReport(value: unknown): boolean {
  return isObject(value) && (value.error !== undefined || typeof value.message === 'string');
}

/** A body of which little more than the model is there. */
function isBare(value: Readonly<Record<string, unknown>>): boolean {
  return (
    shapeOf(value).kind !== 'foreign' &&
    (value.messages !== undefined || textOf(value.model)?.includes('claude') === true)
  );
}

function describe(value: unknown): string {
  if (isArray(value)) {
    const isConversation = value.length > 0 && value.every((one) => isObject(one) && one.role !== undefined);
    return isConversation
      ? 'a list of messages; the request around it (`{"model": ..., "max_tokens": ..., "messages": [...]}`) is missing'
      : `an array of ${value.length} items`;
  }
  if (!isObject(value)) return value === null ? 'null' : `a ${typeof value}`;
  const shape = shapeOf(value);
  if (shape.kind === 'foreign') return shape.name;
  return `an object with ${Object.keys(value)
    .slice(0, 6)
    .map((key) => `\`${key.slice(0, 40)}\``)
    .join(', ')}`;
}

function fromLines(text: string): readonly Captured[] | undefined {
  const head = text.slice(0, 1000);
  if (!/^\s*\{/.test(head)) return undefined;
  // An event may hold a message, so events are looked for before records.
  const values = /^\s*\{\s*"(?:chunk|bytes|type)"/.test(head) ? lineValues(text) : undefined;
  const stream = values && fromEventValues(values);
  return stream ? [stream] : fromJsonLines(text);
}

/** JSON that breaks off or is faulty, and was to be a body: the API would say where, and so does the check. */
function isBrokenBody(text: string): boolean {
  const head = /^\s*\{\s*"([a-z_]{1,40})"\s*:/.exec(text.slice(0, 2000))?.[1];
  const members = [
    'model',
    'messages',
    'max_tokens',
    'system',
    'tools',
    'stream',
    'temperature',
    'thinking',
    'metadata',
    'requests',
  ];
  return head !== undefined && members.includes(head) && (text.includes('"messages"') || text.includes('"model"'));
}

function withNote(items: readonly Captured[], count: number): readonly Captured[] {
  const note = `${count === 1 ? 'One more request was' : `${count} more requests were`} shown only in part and left out.`;
  return items.map((item, index) =>
    index === 0 ? { ...item, note: item.note === undefined ? note : `${item.note} ${note}` } : item,
  );
}

function nothingIn(text: string): Capture {
  const start = text.trimStart();
  const fault = /^(?:\{\s*["}]|\[\s*[\]{"[])/.test(start.slice(0, 1000)) ? syntaxFault(text) : undefined;
  if (fault) {
    const { line, column } = lineColumnOf(text, fault.offset);
    return none(`This stops being JSON at line ${line}, column ${column}: ${fault.reason}.`, forms);
  }
  if (start.startsWith('<')) return none('This is HTML or XML, not a request.', formsOrExplain);
  if (/"type"\s{0,9}:\s{0,9}"error"/.test(text))
    return none('This text holds an error of the API, and no request.', formsOrExplain);
  return none('No request and no answer of the Messages API was found in this text.', formsOrExplain);
}

function found(items: readonly Captured[]): Capture {
  return { kind: 'found', items: labeled(items) };
}

function none(because: string, hint: string): Capture {
  return { kind: 'none', because, hint };
}
