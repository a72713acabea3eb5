import { clip, clipAround, widthOf } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';

/** A range of a text to be shown, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The lines around a place, with a mark under it; of long lines the part near the place. */
export function codeFrame(text: string, { start, end }: Range, { paint, width }: TextStyle): readonly string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = lineAt(text, lineStart);
  const number = countLines(text, lineStart);
  const before = lineStart > 0 ? lineAt(text, text.lastIndexOf('\n', lineStart - 2) + 1) : undefined;
  const lineEnd = text.indexOf('\n', lineStart);
  const afterStart = lineEnd < 0 ? text.length : lineEnd + 1;
  const after = afterStart < text.length ? lineAt(text, afterStart) : undefined;
  const gutter = String(number + 1).length + 3;
  const room = Math.max(20, width - gutter - 3);
  const column = start - lineStart;
  const { text: shown, shift } = clipAround(line, room, column);
  const from = Math.max(0, widthOf(line.slice(0, column)) - shift);
  const marks = Math.max(1, Math.min(end - start, line.length - column, room - from));
  const row = (label: string, content: string): string =>
    `  ${paint.faint(`${label.padStart(gutter - 2)} │`)} ${content}`;
  return [
    ...(before === undefined ? [] : [row(String(number - 1), paint.faint(clip(before, room)))]),
    row(String(number), shown),
    row('', ' '.repeat(from) + paint.bad('^'.repeat(marks))),
    ...(after === undefined ? [] : [row(String(number + 1), paint.faint(clip(after, room)))]),
  ];
}

/** A line as it is printed, character for character. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  const stop = end < 0 ? text.length : end;
  return visible(text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop).replaceAll('\t', ' '));
}

/** The number, from 1, of the line that begins at an offset. */
function countLines(text: string, lineStart: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
