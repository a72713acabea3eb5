import { decodeBytes } from '../../capture/decode.ts';
import { harTexts } from '../../capture/har.ts';
import { FaultlineError } from '../../core/error.ts';
import type { LogSummary } from '../../core/log.ts';
import type { Verdict } from '../../core/verdict.ts';
import { judgeOneText } from '../one-verdict.ts';
import type { Source } from './input.ts';

/** What a source turned out to be. */
export type Explanation =
  | { readonly kind: 'error'; readonly source: string; readonly verdict: Verdict }
  | { readonly kind: 'log'; readonly source: string; readonly summary: LogSummary };

/** Above this an input is read as a log, in pieces. */
const wholeBytes = 1 << 20;
/** From so many failures on, a small text is told as a log too. */
const fewestForLog = 3;

/** Reads a source to its end and explains it; a log of any size in flat memory. `onProgress` gets the bytes read so far. */
export async function explainSource(source: Source, onProgress: (bytes: number) => void): Promise<Explanation> {
  if (source.verdict) return { kind: 'error', source: source.name, verdict: await source.verdict() };
  const pieces: Buffer[] = [];
  let size = 0;
  const iterator = source.bytes[Symbol.asyncIterator]();
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    pieces.push(bufferOf(next.value));
    size += next.value.byteLength;
    if (size > wholeBytes && !needsWhole(pieces[0])) {
      refuseBinary(source.name, pieces[0]);
      const { summarizeLog } = await import('./log.ts');
      return { kind: 'log', source: source.name, summary: await summarizeLog(continued(pieces, iterator, onProgress)) };
    }
  }
  return explainWhole(source.name, Buffer.concat(pieces));
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What was read so far, and then the rest. */
async function* continued(
  pieces: readonly Buffer[],
  rest: AsyncIterator<Uint8Array>,
  onProgress: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  yield* pieces;
  let read = pieces.reduce((sum, piece) => sum + piece.length, 0);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield bufferOf(next.value);
    read += next.value.byteLength;
    onProgress(read);
  }
}

/** A log may hold a stray byte; a file that begins as no text is none. */
function refuseBinary(source: string, head: Buffer | undefined): void {
  if (head && decodeBytes(head.subarray(0, 4096)).kind === 'binary') throw notText(source);
}

function notText(source: string): FaultlineError {
  return new FaultlineError(
    'input-binary',
    `${source} is not text.`,
    'Give the error message, a log, a response body or a HAR file.',
  );
}

/** HAR and UTF-16 cannot be cut into lines of bytes. */
function needsWhole(head: Buffer | undefined): boolean {
  if (!head) return false;
  return head.includes(0) || /^\s*\{\s*"log"\s*:/.test(head.toString('latin1', 0, 200));
}

async function explainWhole(source: string, bytes: Buffer): Promise<Explanation> {
  const decoded = decodeBytes(bytes);
  if (decoded.kind === 'binary') throw notText(source);
  const { text } = decoded;
  if (text.trim() === '') {
    throw new FaultlineError(
      'input-empty',
      `${source} is empty.`,
      'Paste the error message, the response body, or the log around it.',
    );
  }
  const exchanges = harTexts(text);
  if (exchanges) return explainExchanges(source, exchanges);
  if (mayBeLog(text)) {
    const { summarizeLog } = await import('./log.ts');
    const summary = await summarizeLog(continued([Buffer.from(text)], nothing, () => {}));
    if (summary.failures >= fewestForLog && summary.first !== summary.last) return { kind: 'log', source, summary };
  }
  return { kind: 'error', source, verdict: await judgeOneText(text) };
}

const nothing: AsyncIterator<Uint8Array> = { next: async () => ({ done: true, value: undefined }) };

/** Whether so many moments are stated that the text can hold a log's worth of failures. */
function mayBeLog(text: string): boolean {
  let moments = 0;
  for (const _ of text.matchAll(/\d\d:\d\d:\d\d|"(?:time|ts)":\s?\d{10}/g)) if (++moments >= fewestForLog) return true;
  return false;
}

async function explainExchanges(source: string, exchanges: readonly string[]): Promise<Explanation> {
  const [only = '', ...more] = exchanges;
  if (more.length === 0) return { kind: 'error', source, verdict: await judgeOneText(only) };
  const { summarizeTexts } = await import('./log.ts');
  return { kind: 'log', source, summary: await summarizeTexts(exchanges) };
}
