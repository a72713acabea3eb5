import type { Secret } from './redactor.ts';

/** A piece of a streamed text: where it stands in the source. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

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

function joinStreams(text: string, opening: RegExp, within: (text: string) => readonly Secret[], found: Secret[]): void {
  for (const pieces of streamsOf(text, opening).values()) {
    if (pieces.length < 2) continue;
    const decoded = pieces.map(({ start, end }) => unescaped(text.slice(start, end)));
    for (const secret of within(decoded.join(''))) split(text, pieces, decoded, secret, found);
  }
}

function streamsOf(text: string, opening: RegExp): ReadonlyMap<string, Piece[]> {
  const streams = new Map<string, Piece[]>();
  let last = 0;
  opening.lastIndex = 0;
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = endOfString(text, start, (hit[2] ?? '') + text.charAt(start - 1));
    const index = indexBefore(text.slice(Math.max(last, start - 200), start));
    const name = `${hit[1] ?? ''} ${index}`;
    const pieces = streams.get(name);
    if (pieces) pieces.push({ start, end });
    else streams.set(name, [{ start, end }]);
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

function endOfString(text: string, from: number, closing: string): number {
  const depth = closing.length - 1;
  const mark = closing.at(-1);
  for (let at = from, backslashes = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') backslashes++;
    else {
      if (character === mark && backslashes <= depth) return at - backslashes;
      if (character === '\n') return at;
      backslashes = 0;
    }
  }
  return text.length;
}

/** Marks each part of a secret in the piece that holds it. */
function split(text: string, pieces: readonly Piece[], decoded: readonly string[], secret: Secret, found: Secret[]): void {
  let offset = 0;
  let isFirst = true;
  const value = secret.value ?? decoded.join('').slice(secret.start, secret.end);
  for (const [index, { start, end }] of pieces.entries()) {
    const length = decoded[index]?.length ?? 0;
    const from = Math.max(0, secret.start - offset);
    const to = Math.min(length, secret.end - offset);
    offset += length;
    if (from >= to) continue;
    const raw = text.slice(start, end);
    const part = { kind: secret.kind, start: start + sourceOf(raw, from), end: start + sourceOf(raw, to), value };
    found.push(isFirst ? part : { ...part, continues: true });
    isFirst = false;
  }
}

const escape = /\\{1,15}(?:u[\da-f]{4}|.)/gis;

function unescaped(raw: string): string {
  return raw.includes('\\') ? raw.replaceAll(escape, characterOf) : raw;
}

function characterOf(sequence: string): string {
  if (/u[\da-f]{4}$/i.test(sequence)) return String.fromCharCode(Number.parseInt(sequence.slice(-4), 16));
  const letter = sequence.at(-1) ?? '';
  return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[letter] ?? letter;
}

/** Where a place in decoded text stands in its source. */
function sourceOf(raw: string, decodedAt: number): number {
  let source = 0;
  let decoded = 0;
  for (const { 0: sequence, index } of raw.matchAll(escape)) {
    if (decoded + (index - source) >= decodedAt) break;
    decoded += index - source + 1;
    source = index + sequence.length;
  }
  return source + Math.max(0, decodedAt - decoded);
}
