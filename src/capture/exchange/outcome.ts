import { duration } from '../../report/words.ts';
import {
  isPage,
  pageComplaint,
  reportOnMessage,
  reportOnStream,
  type AnswerReport,
  type TokenCount,
} from './answer.ts';
import { bodyText, type BodyText } from './body-text.ts';
import type { Exchange } from './exchange.ts';
import { headerIn } from './headers.ts';

/** How an exchange is to be taken. */
export interface Outcome {
  /** `abandoned`: the caller changed its mind; `stopped`: the recorder ended first. Neither is a failure. */
  readonly kind: 'fine' | 'suspect' | 'failed' | 'abandoned' | 'stopped';
  /** What was seen of it that the answer itself does not say, in words that the causes know. */
  readonly seen: readonly string[];
  readonly answer?: BodyText;
  readonly tokens?: TokenCount;
}

/** A caller that waited less has changed its mind; one that waited longer has given up. */
export const defaultPatienceMs = 10_000;

/** Takes an exchange for fine, for failed, or for one that the causes must look at. */
export function outcomeOf(exchange: Exchange, patienceMs = defaultPatienceMs): Outcome {
  const { ending, response } = exchange;
  const answer = response && bodyText(response.body, response.headers);
  const known = answer ? { answer } : {};
  switch (ending.kind) {
    case 'unanswered':
      return { kind: 'failed', seen: unansweredLines(ending.message, ending.code) };
    case 'broken':
      return { kind: 'failed', seen: [brokenLine(exchange, ending.how)], ...known };
    case 'abandoned': {
      const given = givenUp(exchange, patienceMs);
      return given === undefined
        ? { kind: 'abandoned', seen: [], ...known }
        : { kind: 'failed', seen: [given], ...known };
    }
    case 'stopped':
      return { kind: 'stopped', seen: [], ...known };
    case 'complete': {
      if (!response || response.status >= 300) return { kind: 'failed', seen: [], ...known };
      const { complaint, tokens } = reportOn(exchange, answer ?? { isCut: false });
      return {
        kind: complaint === undefined ? 'fine' : 'suspect',
        seen: complaint === undefined || complaint === '' ? [] : [complaint],
        ...known,
        ...(tokens ? { tokens } : {}),
      };
    }
  }
}

function unansweredLines(message: string, code = ''): readonly string[] {
  // Codes of the parser of Node: what came back was something, and no HTTP.
  if (code.startsWith('HPE_')) return [`Could not parse message into JSON: what came back is no HTTP (${message})`];
  return [`Error: ${message}`, ...(code === '' || message.includes(code) ? [] : [`  code: ${code}`])];
}

function brokenLine({ response }: Exchange, how: 'reset' | 'closed'): string {
  const bytes = response?.body.bytes ?? 0;
  const what = how === 'reset' ? 'was reset' : 'was closed';
  return `error reading a body from connection: it ${what} after ${bytes} bytes of the answer`;
}

/** What it means that the caller went away, where it had waited in vain. */
function givenUp({ headers, response, timing }: Exchange, patienceMs: number): string | undefined {
  const { endMs, lastByteMs, longestSilenceMs = 0 } = timing;
  const betweenPieces = Math.min(patienceMs, statedMs(headers, 'x-stainless-read-timeout') ?? patienceMs);
  if (!response) {
    const forAnswer = Math.min(betweenPieces, statedMs(headers, 'x-stainless-timeout') ?? betweenPieces);
    return endMs < forAnswer ? undefined : `Request timed out: no answer within ${duration(endMs)}`;
  }
  const silence = Math.max(endMs - (lastByteMs ?? 0), longestSilenceMs);
  return silence < betweenPieces ? undefined : `Response stalled mid-stream: no data received for ${duration(silence)}`;
}

/** Clocks and timers are not exact. */
const toleranceMs = 50;

/**
 * How long an official SDK waits, which it says with each request, in seconds: that for TypeScript for the head of the
 * answer, that for Python for each piece. Who leaves when that has passed has not changed its mind.
 */
function statedMs(headers: readonly string[], name: string): number | undefined {
  const ms = Number(headerIn(headers, name) ?? Number.NaN) * 1000;
  return ms > 0 ? ms - toleranceMs : undefined;
}

function reportOn({ path, response }: Exchange, { text, isCut }: BodyText): AnswerReport {
  if (!response || text === undefined) return {};
  const type = headerIn(response.headers, 'content-type') ?? '';
  if (isPage(text)) return { complaint: pageComplaint };
  if (!/\/messages\/?(?:$|\?)|invoke|rawPredict/i.test(path)) return {};
  if (/^text\/event-stream/i.test(type)) return reportOnStream(text, isCut);
  return isCut || response.status === 204 || /amazon\.eventstream/i.test(type) ? {} : reportOnMessage(text);
}
