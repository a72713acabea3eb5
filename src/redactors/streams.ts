import { endOfQuoted } from './named-value.ts';
import type { Secret } from './redactor.ts';

/** The pieces of one text: where each stands in the source, in how many strings it lies, and what they say together. */
interface Stream {
  readonly starts: number[];
  readonly ends: number[];
  readonly levels: number[];
  text: string;
}

const longestPiece = 1_000_000;

/** Members that hold pieces; `text` first, as it is by far the most frequent. */
const names = ['text', 'partial_json', 'thinking', 'content', 'arguments', 'delta', 'completion', 'output_text'];
const member = new RegExp(String.raw`"(?:${names.join('|')})\\{0,15}"\s{0,2}:\s{0,2}\\{0,15}"`, 'g');
const argument = /\b(?:text|partial_json|thinking|content)=['"]/g;

/**
 * Secrets that a stream of events cut into pieces: the pieces of each block are put together and searched, and each
 * part of what is found is taken out where it stands.
 */
export function streamedSecretsIn(text: string, within: (text: string) => readonly Secret[], found: Secret[]): void {
  // A search that begins with a quote stops at every quote.
  if (text.includes('delta') && (text.includes('_delta') || text.includes('"delta')))
    joinStreams(text, member, within, found);
  if (text.includes('Delta(')) joinStreams(text, argument, within, found);
}

function joinStreams(
  text: string,
  opening: RegExp,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  for (const stream of streamsOf(text, opening)) {
    if (stream.starts.length < 2) continue;
    const secrets = within(stream.text);
    if (secrets.length === 0) continue;
    const decoded = stream.starts.map((start, index) =>
      unescaped(text.slice(start, stream.ends[index]), stream.levels[index] ?? 1),
    );
    for (const secret of secrets) split(stream, decoded, secret, found);
  }
}

/** What stands before a piece, from the number of its block on: most pieces have the same as the one before. */
interface Head {
  readonly text: string;
  readonly quote: string;
  readonly level: number;
  readonly stream: Stream;
}

/** Streams that are being put together. */
interface Joining {
  readonly text: string;
  readonly streams: Map<string, Stream>;
  /** Where the piece before ended. */
  last: number;
  head: Head | undefined;
}

/** The texts that pieces belong to: those in members of one name, of one block. */
function streamsOf(text: string, opening: RegExp): Iterable<Stream> {
  const joining = { text, streams: new Map<string, Stream>(), last: 0, head: undefined };
  joinPieces(joining, opening);
  return joining.streams.values();
}

/** Nothing comes after the loop: what was compiled while it ran would be thrown away there, each time. */
function joinPieces(joining: Joining, opening: RegExp): void {
  opening.lastIndex = 0;
  while (opening.test(joining.text)) opening.lastIndex = joinPiece(joining, opening.lastIndex);
}

/** Puts a piece that begins at a place to its stream; where it ends. */
function joinPiece(joining: Joining, start: number): number {
  const { text } = joining;
  const head = (joining.head = isHeadAt(joining, start) ? joining.head : headAt(joining, start));
  if (!head) return start;
  const { stream, level } = head;
  const end = endOfQuoted(text, start, head.quote, longestPiece);
  const raw = text.slice(start, end);
  stream.starts.push(start);
  stream.ends.push(end);
  stream.levels.push(level);
  stream.text += raw.includes('\\') ? unescaped(raw, level).text : raw;
  joining.last = end;
  return end;
}

/** Whether the head of the piece before stands before this one as well. */
function isHeadAt({ text, last, head }: Joining, start: number): boolean {
  if (!head || head.text === '') return false;
  const from = start - head.text.length;
  return from >= last && text.startsWith(head.text, from);
}

/** How far before a piece the number of its block may stand. */
const charactersBefore = 200;
const charactersToNumber = 40;

function headAt({ text, last, streams }: Joining, start: number): Head {
  let nameEnd = start - 1;
  while (!isLetter(text.charCodeAt(nameEnd - 1))) nameEnd--;
  const backslashes = /^\\*/.exec(text.slice(nameEnd, start))?.[0] ?? '';
  const before = text.slice(Math.max(last, start - charactersBefore), start);
  const numbered = before.lastIndexOf('"index');
  const ofBlock = numbered < 0 ? '' : before.slice(numbered);
  const number = /\d{1,6}/.exec(ofBlock.slice(0, charactersToNumber))?.[0] ?? '';
  const key = `${nameBefore(text, nameEnd)} ${number}`;
  let stream = streams.get(key);
  if (!stream) streams.set(key, (stream = { starts: [], ends: [], levels: [], text: '' }));
  return {
    text: ofBlock,
    quote: backslashes + text.charAt(start - 1),
    level: backslashes === '' ? 1 : Math.log2(backslashes.length + 1) + 1,
    stream,
  };
}

/** The name that ends at a place. */
function nameBefore(text: string, end: number): string {
  return names.find((name) => text.endsWith(name, end) && text.charCodeAt(end - name.length - 1) !== 95) ?? '';
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Marks each part of a secret in the piece that holds it. */
function split(
  { starts, ends, text: joined }: Stream,
  decoded: readonly Unescaped[],
  secret: Secret,
  found: Secret[],
): void {
  let offset = 0;
  let isFirst = true;
  for (const [index, start] of starts.entries()) {
    const end = ends[index] ?? start;
    const one = decoded[index];
    const length = one?.text.length ?? 0;
    const from = Math.max(0, secret.start - offset);
    const to = Math.min(length, secret.end - offset);
    offset += length;
    if (from >= to) continue;
    const place = (at: number): number => (at >= length ? end : start + (one?.placeOf(at) ?? at));
    const value = secret.value ?? joined.slice(secret.start, secret.end);
    const part = { kind: secret.kind, start: place(from), end: place(to), value };
    found.push(isFirst ? part : { ...part, continues: true });
    isFirst = false;
  }
}

/** Text that stood in a string, and the way back to where its characters stood. */
interface Unescaped {
  readonly text: string;
  readonly placeOf: (at: number) => number;
}

function unescaped(raw: string, levels: number): Unescaped {
  let one: Unescaped = { text: raw, placeOf: (at) => at };
  for (let level = 0; level < levels && one.text.includes('\\'); level++) one = unescapedOnce(one);
  return one;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapedOnce({ text: source, placeOf }: Unescaped): Unescaped {
  let text = '';
  // Where a stretch without escapes begins, in the text and in its source, in turn.
  const stretches: number[] = [0, 0];
  let from = 0;
  for (let at = source.indexOf('\\'); at >= 0 && at + 1 < source.length; at = source.indexOf('\\', from)) {
    const next = source.charAt(at + 1);
    const code = next === 'u' ? source.slice(at + 2, at + 6) : '';
    const isCode = /^[\da-f]{4}$/i.test(code);
    text +=
      source.slice(from, at) + (isCode ? String.fromCharCode(Number.parseInt(code, 16)) : (letters[next] ?? next));
    stretches.push(text.length - 1, at);
    from = at + (isCode ? 6 : 2);
    stretches.push(text.length, from);
  }
  text += source.slice(from);
  return { text, placeOf: (at) => placeOf(sourceOf(stretches, at)) };
}

function sourceOf(stretches: readonly number[], at: number): number {
  let low = 0;
  let high = stretches.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle * 2] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return (stretches[low * 2 + 1] ?? 0) + at - (stretches[low * 2] ?? 0);
}
