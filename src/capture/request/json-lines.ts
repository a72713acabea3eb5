import { isObject, parsedJson, type JsonObject } from '../../core/json.ts';
import type { Captured } from './captured.ts';
import { capturedFrom } from './capture.ts';
import { unwrap } from './unwrap.ts';

/**
 * Bodies of a text with one JSON value a line; `undefined` when it is none. A line that is broken JSON but was to be a
 * request is taken as it stands, and lines without a request are passed over.
 */
export function fromJsonLines(text: string): readonly Captured[] | undefined {
  const items: Captured[] = [];
  let lines = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    const offset = start + (line.length - line.trimStart().length);
    start = end + 1;
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const parsed = objectOf(trimmed);
    if (parsed) {
      lines++;
      for (const item of capturedFrom(unwrap(parsed), { text: trimmed, offset })) items.push(item);
    } else if (lines === 0) {
      // What begins with another line is no list of JSON lines.
      return undefined;
    } else if (trimmed.startsWith('{') && trimmed.includes('"messages"')) {
      items.push({ kind: 'request', label: '', text: trimmed, offset });
    }
  }
  return items.length > 0 ? items : undefined;
}

function objectOf(line: string): JsonObject | undefined {
  const value = line.startsWith('{') ? parsedJson(line) : undefined;
  return isObject(value) ? value : undefined;
}
