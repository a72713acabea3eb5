import { endOfQuoted } from './named-value.ts';
import type { Secret } from './redactor.ts';

/** A piece of a streamed text: where it stands in the source, and how many strings it lies in. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly levels: number;
}

const longestPiece = 1_000_000;

const member =
  /"(text|partial_json|thinking|content|arguments|completion|output_text|delta)(\\{0,15})"\s{0,2}:\s{0,2}\\{0,15}"/g;
const argument = /\b(text|partial_json|thinking|content)=()['"]/g;

/**
 * Secrets that a stream of events cut into pieces: the pieces of each block are put together and searched, and each
 * part of what is found is taken out where it stands.
 */
export function streamedSecretsIn(text: string, within: (text: string) => readonly Secret[], found: Secret[]): void {
  if (text.includes('_delta') || text.includes('"delta')) joinStreams(text, member, within, found);
  if (text.includes('Delta(')) joinStreams(text, argument, within, found);
}

function joinStreams(
  text: string,
  opening: RegExp,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  for (const pieces of streamsOf(text, opening).values()) {
    if (pieces.length < 2) continue;
    const decoded = pieces.map(({ start, end, levels }) => unescaped(text.slice(start, end), levels));
    for (const secret of within(decoded.map((one) => one.text).join(''))) split(pieces, decoded, secret, found);
  }
}

function streamsOf(text: string, opening: RegExp): ReadonlyMap<string, Piece[]> {
  const streams = new Map<string, Piece[]>();
  let last = 0;
  opening.lastIndex = 0;
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = endOfQuoted(text, start, (hit[2] ?? '') + text.charAt(start - 1), longestPiece);
    const index = indexBefore(text.slice(Math.max(last, start - 200), start));
    const name = `${hit[1] ?? ''} ${index}`;
    const pieces = streams.get(name);
    const piece = { start, end, levels: Math.log2((hit[2]?.length ?? 0) + 1) + 1 };
    if (pieces) pieces.push(piece);
    else streams.set(name, [piece]);
    last = end;
    opening.lastIndex = end;
  }
  return streams;
}

/** The number of the block that a piece belongs to. */
function indexBefore(event: string): string {
  const at = event.lastIndexOf('"index');
  return at < 0 ? '' : (/\d{1,6}/.exec(event.slice(at, at + 40))?.[0] ?? '');
}

/** Marks each part of a secret in the piece that holds it. */
function split(pieces: readonly Piece[], decoded: readonly Unescaped[], secret: Secret, found: Secret[]): void {
  let offset = 0;
  let isFirst = true;
  for (const [index, { start, end }] of pieces.entries()) {
    const one = decoded[index];
    const length = one?.text.length ?? 0;
    const from = Math.max(0, secret.start - offset);
    const to = Math.min(length, secret.end - offset);
    offset += length;
    if (from >= to) continue;
    const place = (at: number): number => (at >= length ? end : start + (one?.placeOf(at) ?? at));
    const value =
      secret.value ??
      decoded
        .map(({ text }) => text)
        .join('')
        .slice(secret.start, secret.end);
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
