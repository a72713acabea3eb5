import { describe, expect, test } from 'vitest';
import { codeFrame } from './code-frame.ts';
import { plainPainter } from './paint.ts';

const long = `{"a": ${'[1, 2, 3], '.repeat(20)}"type": "String", "b": ${'[4, 5, 6], '.repeat(20)}1}`;

describe('a code frame', () => {
  test.each([
    ['a short line', 'first\n  "type": "String"\nlast', 40],
    ['a long line', `first\n${long}\nlast`, 60],
    ['a line with tabs', 'first\n\t\t"type": "String"\nlast', 60],
    ['a line with wide characters before it', 'first\n"文字": 1, "type": "String"\nlast', 60],
  ])('marks the place in %s', (_, text, width) => {
    const start = text.indexOf('"String"');
    const rows = codeFrame(text, { start, end: start + 8 }, { paint: plainPainter, width });
    const marked = rows.findIndex((row) => row.includes('^'));
    const from = columnsBefore(rows[marked] ?? '', '^');
    expect(columnsBefore(rows[marked - 1] ?? '', '"String"')).toBe(from);
    expect(rows[marked]?.match(/\^+/)?.[0]).toHaveLength(8);
  });

  test('shows the lines around it with their numbers', () => {
    const rows = codeFrame('one\ntwo\nthree\nfour', { start: 8, end: 13 }, { paint: plainPainter, width: 60 });
    expect(rows).toEqual(['   2 │ two', '   3 │ three', '     │ ^^^^^', '   4 │ four']);
  });
});

/** Columns before a text, counting a wide character as two. */
function columnsBefore(row: string, text: string): number {
  const before = row.slice(0, row.indexOf(text));
  return before.length + (before.match(/[\u4e00-\u9fff]/g) ?? []).length;
}
