import { isObject, parsedJson, textOf } from '../../core/json.ts';
import { looksLikeStream } from '../../check/response/events.ts';
import { textOfBase64 } from './base64-text.ts';
import type { Captured } from './captured.ts';

const eventTypes = /^(?:message_(?:start|delta|stop)|content_block_(?:start|delta|stop)|ping|error)$/;

/** A recorded event stream: the text itself, where it is one. */
export function fromEventText(text: string): Captured | undefined {
  const head = text.slice(0, 4000);
  const isStream = /^\ufeff?(?:event|data|:)|^HTTP\/[\d.]+ \d/.test(head.trimStart()) && looksLikeStream(head);
  return isStream ? { kind: 'stream', label: '', text, offset: 0 } : undefined;
}

/**
 * Events that were recorded as JSON: one a line or in an array, as SDKs yield them, or in the chunks of an AWS event
 * stream (`{"bytes": "<base64>"}`). The stream is put together from them.
 */
export function fromEventValues(values: readonly unknown[]): Captured | undefined {
  const events = values.map(eventIn);
  const known = events.filter((event) => event !== undefined);
  if (known.length === 0 || known.length < values.length / 2) return undefined;
  const text = known.map(({ type, json }) => `event: ${type}\ndata: ${json}\n\n`).join('');
  return { kind: 'stream', label: '', text, note: 'The stream was put together from recorded events.' };
}

function eventIn(value: unknown): { readonly type: string; readonly json: string } | undefined {
  const event = isObject(value) ? fromChunk(value.chunk ?? value) : undefined;
  const type = isObject(event) ? textOf(event.type) : undefined;
  return type !== undefined && eventTypes.test(type) ? { type, json: JSON.stringify(event) } : undefined;
}

function fromChunk(chunk: unknown): unknown {
  const bytes = isObject(chunk) ? textOf(chunk.bytes) : undefined;
  return bytes === undefined ? chunk : parsedJson(textOfBase64(bytes) ?? '');
}

/** The JSON values of a text that has one a line, or `undefined` where a line is none. */
export function lineValues(text: string): readonly unknown[] | undefined {
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parsedJson(line);
    // The last line of a recording that was cut is incomplete.
    if (value === undefined) return values.length > 0 && text.endsWith(line) ? values : undefined;
    values.push(value);
  }
  return values;
}
