import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, clipAround, hang, widthOf, wrapText } from './layout.ts';

describe('wrapping', () => {
  test('no line is wider than asked for, and no word is lost', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé漢]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 80 }), (list, width) => {
        const lines = wrapText(list.join(' '), width);
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(lines.join(' ')).toBe(list.join(' '));
      }),
    );
  });

  test.each([
    ['an address', 'https://platform.claude.com/docs/en/api/errors'],
    ['an id in backticks', '`toolu_01Hq7VtLkR2mWcXy9sBdNf4E`'],
  ])('%s stays whole, so that it can be copied', (_, word) => {
    expect(wrapText(`see ${word}`, 20)).toEqual(['see', word]);
  });

  test('any other word that is too long is cut', () => {
    expect(wrapText('{"a":1,"b":2,"c":3}', 8)).toEqual(['{"a":1,"', 'b":2,"c"', ':3}']);
  });

  test('a word of wide characters is cut by the columns that it takes', () => {
    expect(wrapText('模型不支持此参数', 8)).toEqual(['模型不支', '持此参数']);
    expect(wrapText('🙂🙂🙂🙂', 4)).toEqual(['🙂🙂', '🙂🙂']);
  });

  test('text under a label is indented to match', () => {
    expect(hang('  Why  ', 'one two three four five', 27)).toEqual(['  Why  one two three four', '       five']);
  });
});

describe('clipping', () => {
  test('a line that fits stays as it is', () => {
    expect(clip('short', 20)).toBe('short');
  });

  test('what is asked for stays in view', () => {
    const line = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`;
    const clipped = clipAround(line, 40, 100).text;
    expect(clipped).toContain('HERE');
    expect(clipped).toMatch(/^….*…$/);
    expect(widthOf(clipped)).toBeLessThanOrEqual(40);
  });
});
