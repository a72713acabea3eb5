import { hash } from 'node:crypto';

/** What tells a conversation: its first message, as it was written, and how many there are. */
export interface MessagesSeen {
  readonly first: Uint8Array;
  readonly count: number;
  /** A place near its end, where the next request of the conversation is the same up to here. */
  readonly place?: Place;
}

/** The end of a message in a request. */
export interface Place {
  /** The messages up to here. */
  readonly count: number;
  readonly end: number;
  /** The bytes before it. */
  readonly before: Uint8Array;
}

/** The last messages often change with the next request: marks of the cache move on. */
const unsettled = 4;
const markBytes = 128;
const mostConversations = 1000;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
/** Strings are mostly short, or long: the search by the system pays for the latter. */
const mostShort = 24;

/**
 * Finds the messages in a request, which is JSON in UTF-8, without making text and values of it: most requests go well,
 * and a long conversation is sent anew with each of them. Nothing where there are none, or where it breaks off.
 */
export function messagesIn(
  body: Uint8Array,
  placeOf: (first: Uint8Array) => Place | undefined = () => undefined,
): MessagesSeen | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let depth = 0;
  let key = '';
  let isInside = false;
  let count = 0;
  let start = 0;
  let first = body.subarray(0, 0);
  const ends: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case quote: {
        const end = endOfString(bytes, at);
        if (end < 0) return undefined;
        if (depth === 1 && isKey(bytes, end + 1)) key = bytes.toString('latin1', at + 1, end);
        at = end;
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        if (depth === 2) isInside = key === 'messages' && bytes[at] === 0x5b;
        else if (depth === 3 && isInside) {
          count++;
          start = at;
        }
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        if (!isInside) break;
        if (depth === 1) return count === 0 ? undefined : { first, count, ...placeIn(body, ends, count) };
        if (depth !== 2) break;
        ends.push(at + 1);
        if (count > 1) break;
        first = body.subarray(start, at + 1);
        const known = placeOf(first);
        if (!known || known.end <= at || !isSame(bytes, known)) break;
        count = known.count;
        at = known.end - 1;
        ends.splice(0, 1, known.end);
        break;
      default:
    }
  }
  return undefined;
}

/**
 * Counts the messages of requests. A conversation is sent anew with each turn, so that the count goes on where the one of
 * the turn before was sure to be right.
 */
export function countMessages(): (
  body: Uint8Array,
) => { readonly conversation: string; readonly count: number } | undefined {
  const places = new Map<string, Place>();
  return (body) => {
    let conversation: string | undefined;
    const seen = messagesIn(body, (first) => places.get((conversation = hash('sha1', first, 'base64url'))));
    if (!seen || conversation === undefined) return undefined;
    places.delete(conversation);
    if (seen.place) places.set(conversation, seen.place);
    if (places.size > mostConversations) places.delete(places.keys().next().value ?? '');
    return { conversation, count: seen.count };
  };
}

/** The end of a message that is not the last, by the ends of the last ones. */
function placeIn(body: Uint8Array, ends: readonly number[], count: number): { readonly place?: Place } {
  const end = ends.at(-1 - unsettled);
  if (end === undefined || end < markBytes) return {};
  return { place: { count: count - unsettled, end, before: body.slice(end - markBytes, end) } };
}

function isSame(bytes: Buffer, { end, before }: Place): boolean {
  return end < bytes.length && bytes.compare(before, 0, before.length, end - before.length, end) === 0;
}

/** The place of the quote that ends a string, by the one that begins it. */
function endOfString(bytes: Buffer, start: number): number {
  let end = start;
  do end = nextQuote(bytes, end + 1);
  while (end >= 0 && isEscaped(bytes, end));
  return end;
}

function nextQuote(bytes: Buffer, from: number): number {
  const until = Math.min(bytes.length, from + mostShort);
  for (let at = from; at < until; at++) if (bytes[at] === quote) return at;
  return bytes.indexOf(quote, until);
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (bytes[before] === backslash) before--;
  return (at - before) % 2 === 0;
}

function isKey(bytes: Buffer, from: number): boolean {
  let at = from;
  while ((bytes[at] ?? colon) <= 0x20) at++;
  return bytes[at] === colon;
}
