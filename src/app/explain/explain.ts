import { decodeBytes } from '../../capture/decode.ts';
import { harTexts } from '../../capture/har.ts';
import { groupRecords } from '../../capture/log/groups.ts';
import { scanLog } from '../../capture/log/scan.ts';
import { FaultlineError } from '../../core/error.ts';
import type { LogSummary } from '../../core/log.ts';
import type { Verdict } from '../../core/verdict.ts';
import { judgeText } from '../verdict.ts';
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
  const pieces: Buffer[] = [];
  let size = 0;
  const iterator = source.bytes[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) break;
    const { value } = next;
    pieces.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
    size += value.byteLength;
    if (size > wholeBytes && !needsWhole(pieces[0])) return explainLog(source.name, pieces, iterator, size, onProgress);
  }
  return explainWhole(source.name, Buffer.concat(pieces));
}

/** HAR and UTF-16 cannot be cut into lines of bytes. */
function needsWhole(head: Buffer | undefined): boolean {
  if (!head) return false;
  return head.includes(0) || /^\s*\{\s*"log"\s*:/.test(head.toString('latin1', 0, 200));
}

function explainWhole(source: string, bytes: Buffer): Explanation {
  const decoded = decodeBytes(bytes);
  if (decoded.kind === 'binary') {
    throw new FaultlineError(
      'input-binary',
      `${source} is not text.`,
      'Give the error message, a log, a response body or a HAR file.',
    );
  }
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
  if (!mayBeLog(text)) return { kind: 'error', source, verdict: judgeText(text) };
  const summary = summarize(Buffer.from(text));
  const worthSummary =
    summary.failures >= fewestForLog && summary.first !== undefined && summary.first !== summary.last;
  return worthSummary ? { kind: 'log', source, summary } : { kind: 'error', source, verdict: judgeText(text) };
}

/** Whether so many moments are stated that the text can hold a log's worth of failures. */
function mayBeLog(text: string): boolean {
  let moments = 0;
  for (const _ of text.matchAll(/\d\d:\d\d:\d\d|"(?:time|ts)":\s?\d{10}/g)) if (++moments >= fewestForLog) return true;
  return false;
}

function explainExchanges(source: string, exchanges: readonly string[]): Explanation {
  const [only, ...more] = exchanges;
  if (only === undefined) return { kind: 'error', source, verdict: judgeText('') };
  if (more.length === 0) return { kind: 'error', source, verdict: judgeText(only) };
  const groups = groupRecords(judgeText);
  for (const text of exchanges) groups.add({ text });
  return { kind: 'log', source, summary: groups.summary() };
}

function summarize(bytes: Buffer): LogSummary {
  const scan = scanLog();
  const groups = groupRecords(judgeText);
  for (const record of [...scan.feed(bytes), ...scan.end()]) groups.add(record);
  return groups.summary();
}

async function explainLog(
  source: string,
  pieces: readonly Buffer[],
  rest: AsyncIterator<Uint8Array>,
  size: number,
  onProgress: (bytes: number) => void,
): Promise<Explanation> {
  const scan = scanLog();
  const groups = groupRecords(judgeText);
  for (const piece of pieces) for (const record of scan.feed(piece)) groups.add(record);
  let read = size;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) break;
    const { value } = next;
    read += value.byteLength;
    for (const record of scan.feed(Buffer.from(value.buffer, value.byteOffset, value.byteLength))) groups.add(record);
    onProgress(read);
  }
  for (const record of scan.end()) groups.add(record);
  return { kind: 'log', source, summary: groups.summary() };
}
