import type { StreamPart } from '../../core/evidence.ts';
import { parsedJson } from '../../core/json.ts';

/** One event of a stream as it came, with the blank line behind it. */
export interface ScannedEvent {
  readonly text: string;
  /** It is an error, or cannot be read. */
  readonly isDefect: boolean;
}

/** Reads an event stream as it passes, and keeps of it only what a verdict needs. */
export interface EventScan {
  /** Takes the next bytes, and gives the events that they complete. */
  readonly push: (bytes: Uint8Array) => readonly ScannedEvent[];
  /** What is left behind the last event: where the stream was cut inside one, its beginning. */
  readonly rest: () => string;
  /** The names of the first events and of the last one, as a stream without content; an error event whole. */
  readonly skeleton: () => string;
  readonly progress: () => StreamPart;
  /** Whether something that the model wrote has passed. */
  readonly hasOutput: () => boolean;
  /** What is wrong with it so far: an error event, or one that cannot be read, which comes with what a reader throws. */
  readonly defect: () => { readonly thrown?: Error } | undefined;
}

/** Between events; a carriage return belongs to the line end that follows it. */
const blankLine = /\r?\n\r?\n|\r\r/g;
/** So many characters at the end may be the beginning of one. */
const beginningOfBlankLine = 3;
/** What comes before the model says anything. */
const preliminary: ReadonlySet<string> = new Set(['message_start', 'ping', 'error', 'comment']);
const longestSkeleton = 20;

/** Starts to read a stream. */
export function scanEvents(): EventScan {
  const decoder = new TextDecoder();
  const names: string[] = [];
  /** The event that is not complete yet, in pieces, so that a long one is not searched again with each. */
  let begun: string[] = [];
  let tail = '';
  let events = 0;
  let lastEvent: string | undefined;
  let startedMessage = false;
  let complete = false;
  let hasOutput = false;
  let error: string | undefined;
  let thrown: Error | undefined;

  const take = (text: string): ScannedEvent => {
    const name = nameOf(text);
    if (name === 'comment') return { text, isDefect: false };
    events += 1;
    lastEvent = name;
    if (names.length < longestSkeleton) names.push(name);
    startedMessage ||= name === 'message_start';
    complete ||= name === 'message_stop' || name === '[DONE]';
    hasOutput ||= !preliminary.has(name);
    if (name === 'error') error ??= text.trim();
    const isUnreadable = isGarbled(text);
    // The words of the parser would repeat a piece of what the model wrote.
    if (isUnreadable) thrown ??= new SyntaxError('An event of the stream is not valid JSON.');
    return { text, isDefect: name === 'error' || isUnreadable };
  };

  return {
    push(bytes) {
      const text = tail + decoder.decode(bytes, { stream: true });
      const found: ScannedEvent[] = [];
      let from = 0;
      for (const { index, 0: blank } of text.matchAll(blankLine)) {
        const to = index + blank.length;
        const whole = begun.join('') + text.slice(from, to);
        if (whole.trim() !== '') found.push(take(whole));
        begun = [];
        from = to;
      }
      const end = Math.max(from, text.length - beginningOfBlankLine);
      begun.push(text.slice(from, end));
      tail = text.slice(end);
      return found;
    },
    rest: () => begun.join('') + tail,
    skeleton() {
      const shown = [...names, ...(events > names.length && lastEvent !== undefined ? [lastEvent] : [])];
      const lines = shown.map((name) => `event: ${name}\ndata: {"type": "${name}"}\n`);
      return error === undefined ? lines.join('\n') : [...lines.slice(0, -1), error].join('\n');
    },
    progress: () => ({
      events,
      ...(lastEvent === undefined ? {} : { lastEvent }),
      complete,
      startedMessage,
    }),
    hasOutput: () => hasOutput,
    defect: () => (error !== undefined ? {} : thrown && { thrown }),
  };
}

/** Whether an event of the Messages API holds no JSON. Others are not ours to judge. */
function isGarbled(text: string): boolean {
  if (!/^event:[ \t]?(?:message|content_block)_/m.test(text)) return false;
  const data = text.replaceAll(/^(?:data:[ \t]?|(?:event|id|retry):.*)/gm, '');
  return parsedJson(data) === undefined;
}

/** The name of an event: its `event` line, else the type in its data; gateways also write errors without a name. */
function nameOf(text: string): string {
  const named = /^event:[ \t]?(\S+)/m.exec(text)?.[1];
  if (named !== undefined) return named;
  const data = /^data:[ \t]?/m.test(text) ? text.replace(/^data:[ \t]?/, '') : text;
  if (/^\s*\{\s*"(?:type"\s*:\s*"error"|error"\s*:)/.test(data)) return 'error';
  if (/^\s*\[DONE\]/.test(data)) return '[DONE]';
  if (text.startsWith(':')) return 'comment';
  return /^\s*\{\s*"type"\s*:\s*"([a-z_]{1,40})"/.exec(data)?.[1] ?? 'message';
}
