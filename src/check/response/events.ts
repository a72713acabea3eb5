import { present } from '../../core/present.ts';

/** One event of a recorded stream. */
export interface StreamEvent {
  /** What its `event:` line says. */
  readonly name?: string;
  readonly data: string;
  /** Where its first line begins. */
  readonly at: number;
  /** Whether the blank line that ends it is there. */
  readonly isClosed: boolean;
}

/**
 * Reads server-sent events by the rules of the format: any line end, a byte order mark, comments, data over several
 * lines. Lines of other fields are passed over, so HTTP headers above the stream do no harm.
 */
export function* eventsIn(text: string): Generator<StreamEvent, undefined> {
  let name: string | undefined;
  let data: string[] = [];
  let at = -1;
  for (const { start, end } of linesIn(text)) {
    if (end === start) {
      if (at >= 0) yield { ...present({ name }), data: data.join('\n'), at, isClosed: true };
      name = undefined;
      data = [];
      at = -1;
      continue;
    }
    const field = fieldAt(text, start, end);
    if (!field) continue;
    if (at < 0) at = start;
    if (field.name === 'event') name = field.value;
    else data.push(field.value);
  }
  if (at >= 0) yield { ...present({ name }), data: data.join('\n'), at, isClosed: false };
}

function fieldAt(
  text: string,
  start: number,
  end: number,
): { readonly name: 'event' | 'data'; readonly value: string } | undefined {
  const name = text.startsWith('data', start) ? 'data' : text.startsWith('event', start) ? 'event' : undefined;
  if (name === undefined) return undefined;
  const colon = start + name.length;
  if (colon === end) return { name, value: '' };
  if (text[colon] !== ':') return undefined;
  return { name, value: text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1, end) };
}

/** Each line without its end; looks for either kind of line end only once it has passed the last one. */
function* linesIn(text: string): Generator<{ readonly start: number; readonly end: number }, undefined> {
  let feed = -1;
  let carriage = -1;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    if (feed < start) feed = indexOrEnd(text, '\n', start);
    if (carriage < start) carriage = indexOrEnd(text, '\r', start);
    const end = Math.min(feed, carriage);
    yield { start, end };
    start = end + (end === carriage && feed === end + 1 ? 2 : 1);
  }
}

function indexOrEnd(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found < 0 ? text.length : found;
}

/** Whether a text is a recorded event stream, complete or cut. */
export function looksLikeStream(text: string): boolean {
  return /(?:^|[\r\n])(?:event:[ \t]*(?:message_|content_block_|ping|error|completion)|data:[ \t]*(?:\{|\[DONE\]))/.test(
    text.slice(0, 20_000),
  );
}
