import type { StreamPart } from '../../core/evidence.ts';
import { saysOne } from '../../core/says-one.ts';

const eventLine = /^[ \t]{0,40}event:[ \t]{0,3}([a-z_]+)[ \t]*$/gm;
const dataType = /^[ \t]{0,40}data:[ \t]{0,3}\{\s*"type"\s*:\s*"([a-z_]+)"/gm;

/** How a pasted server-sent event stream went; nothing where the text holds none. */
export function streamOf(flat: string): StreamPart | undefined {
  const names = namesIn(flat, 'event:', eventLine);
  const events = names.length > 0 ? names : namesIn(flat, 'data:', dataType);
  if (events.length === 0 || !events.some((name) => /^(?:message|content_block)_/.test(name) || name === 'error'))
    return undefined;
  const lastEvent = events.at(-1);
  return {
    events: events.length,
    ...(lastEvent === undefined ? {} : { lastEvent }),
    complete: events.includes('message_stop'),
    startedMessage: events.includes('message_start'),
  };
}

function namesIn(flat: string, mark: string, line: RegExp): readonly string[] {
  if (!flat.includes(mark)) return [];
  return [...flat.matchAll(line)].flatMap((found) => (found[1] === undefined ? [] : [found[1]]));
}

/** The stop reason that an answer states, where it is not null. */
export function stopReasonOf(flat: string): string | undefined {
  if (!saysOne(flat.toLowerCase(), ['stop_reason', 'stopreason'])) return undefined;
  return /\bstop_?reason["']?\s*[:=]\s*["']?([a-z_]+)\b/i.exec(
    flat.replace(/stop_?reason["']?\s*[:=]\s*(?:null|None)/gi, ''),
  )?.[1];
}
