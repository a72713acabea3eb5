import { flatten, withoutEntities } from './read.ts';

/** A message, and whether the text ends inside it. */
export interface Message {
  /** On one line. */
  readonly text: string;
  /** With the line ends of a terminal that wrapped it. */
  readonly wrapped: string;
  readonly isCut: boolean;
}

const messageKey = (): RegExp =>
  /(?:(?<![\w-])|(?<=\\n))(?:message|msg)\\*["'’]?\]?\s*(?:=>|[:=])\s*(?:b|string\(\d+\) )?(\\*)(["'“‘])/g;
const closings: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };
/** What stands after the quote that ends a value: an end, or a comma that does not go on with prose. */
const afterValue = /^(?:\s|\\+[nrt])*(?:[}\])]|,(?!\s?[a-z]+\s+[a-z])|$)/;
const couriersStart = ['provider returned', 'bad request -', 'request failed with'];
const couriersEnd = [' error', ' failed', ' failure'];
/** Messages that only say that there is another. */
const tellsOfAnother = (text: string): boolean =>
  /^(?:Provider returned error|Bad request - please check your parameters|Request failed with status code \d{3}|(?:the )?(?:call|request|anthropic|claude|llm|model|api|upstream|provider)(?: [a-z]{2,12}){0,3} (?:error|failed|failure))$/i.test(
    text,
  );
/** A value without quotes, as Java and Kotlin, Go and PHP print one. */
const bareForms: readonly RegExp[] = [
  /[{[(,]\s{0,4}message=(?=[^\s"'{[])((?:[^()\n]|\([^()\n]{0,200}\)){1,2000}?)(?:, \w{1,40}=|[}\])](?=[\s,}\])]|$))/,
  /\{(?:[^{}\n]{0,200} )?Message:(?=[^\s"'{[])(.{1,2000}?)(?: [A-Z]\w{0,40}:|\}(?=[\s}\]]|$))/,
  /\[message\] => (\S.{0,2000})/,
];

/** An envelope holds a message in a message in a message; more than this many are a list. */
const mostMessages = 40;
/** A message may be as long as this, and is told up to `mostShown` where its end is not found. */
const longest = 4000;
const mostShown = 600;

/**
 * The message of the innermost error body. It is read from the text with its escapes, which tell the
 * quotes inside a message from the one that ends it, and else from the flattened text.
 */
export function messageOf(raw: string, flat: string): Message | undefined {
  return quotedMessage(withoutEntities(raw)) ?? quotedMessage(flat) ?? bareMessage(flat);
}

/** Whether a message says no more than that there is another. */
export function isCourier(message: Message): boolean {
  const small = message.text.toLowerCase();
  return (
    (couriersStart.some((start) => small.startsWith(start)) || couriersEnd.some((end) => small.endsWith(end))) &&
    tellsOfAnother(small)
  );
}

function quotedMessage(text: string): Message | undefined {
  let left = mostMessages;
  let courier: Message | undefined;
  for (const found of text.matchAll(messageKey())) {
    if (left-- === 0) return undefined;
    const [whole, escapes = '', opening = '"'] = found;
    const value = valueAt(text, found.index + whole.length, closings[opening] ?? opening, escapes.length);
    if (!value.text || /["']message["']\s*(?:=>|:)/.test(value.text)) continue;
    if (!isCourier(value)) return value;
    courier ??= value;
  }
  return courier;
}

/** Up to the quote that closes. */
function valueAt(text: string, start: number, closing: string, escapes: number): Message {
  const limit = Math.min(text.length, start + longest);
  const end = closingAt(text, start, closing, escapes, limit);
  if (end !== undefined) return asMessage(text.slice(start, end), false);
  return asMessage(text.slice(start, Math.min(limit, start + mostShown)), text.indexOf(closing, start) < 0);
}

/**
 * Where the value that begins at `start` ends: before the quote that closes it, which has no more escapes than the one
 * that opened it, and stands where a value ends.
 */
export function closingAt(
  text: string,
  start: number,
  closing: string,
  escapes: number,
  limit = text.length,
): number | undefined {
  for (let at = text.indexOf(closing, start); at >= 0 && at < limit; at = text.indexOf(closing, at + 1)) {
    const from = escapesBefore(text, at, start);
    if (at - from <= escapes && afterValue.test(text.slice(at + 1, at + 40))) return from;
  }
  return undefined;
}

/** Where the run of backslashes before a place begins. */
function escapesBefore(text: string, at: number, start: number): number {
  let from = at;
  while (from > start && text[from - 1] === '\\') from--;
  return from;
}

function bareMessage(flat: string): Message | undefined {
  for (const form of bareForms) {
    const text = form.exec(flat)?.[1];
    if (text) return asMessage(text, false);
  }
  return undefined;
}

function asMessage(text: string, isCut: boolean): Message {
  const wrapped = flatten(text);
  return { text: wrapped.replace(/\s+/g, ' ').trim(), wrapped, isCut };
}
