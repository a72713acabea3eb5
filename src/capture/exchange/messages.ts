/** What tells a conversation: its first message, as it was written, and how many there are. */
export interface MessagesSeen {
  readonly first: Uint8Array;
  readonly count: number;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
/** Strings are mostly short, or long: the search by the system pays for the latter. */
const mostShort = 24;

/**
 * Finds the messages in a request, which is JSON in UTF-8, without making text and values of it: most requests go well,
 * and a long conversation is sent anew with each of them. Nothing where there are none, or where it breaks off.
 */
export function messagesIn(body: Uint8Array): MessagesSeen | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let depth = 0;
  let key = '';
  let isInside = false;
  let count = 0;
  let start = 0;
  let first = body.subarray(0, 0);
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
        if (depth === 2 && count === 1) first = body.subarray(start, at + 1);
        if (depth === 1) return count === 0 ? undefined : { first, count };
        break;
      default:
    }
  }
  return undefined;
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
