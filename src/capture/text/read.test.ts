import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squeeze } from '../../core/reading.ts';
import { flatten, readText } from './read.ts';

describe('a place in the squeezed text', () => {
  test.each([
    ['plain text', 'one two three', 'twothree', 'two three'],
    ['escaped quotes', 'say \\"two three\\" now', 'twothree', 'two three'],
    ['a wrapped line', 'one two\n   │ thr\n   │ ee four', 'twothree', 'two\n   │ thr\n   │ ee'],
    ['unicode escapes', 'one \\u0074wo three', 'twothree', '\\u0074wo three'],
    ['HTML entities', 'a&quot;two three&quot;', 'twothree', 'two three'],
    ['double escapes', 'one \\\\\\"two\\\\nthree', 'twothree', 'two\\\\nthree'],
  ])('is found in %s', (_, text, squeezed, expected) => {
    const reading = readText(text);
    const start = reading.squeezed.indexOf(squeezed);
    const place = reading.locate(start, start + squeezed.length);
    expect(reading.raw.slice(place.start, place.end)).toBe(expected);
  });

  test('squeezes to the range that was asked for, whatever the text', () => {
    const piece = fc.constantFrom(
      'ab',
      ' ',
      '\n',
      '\\"',
      '\\n',
      '&quot;',
      '│',
      '> ',
      '- ',
      'x1',
      '\\u0062',
      "'",
      '{',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(), (pieces, one, other) => {
        const reading = readText(pieces.join(''));
        const { length } = reading.squeezed;
        const [start, end] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b);
        if (start === undefined || end === undefined || start === end) return;
        const place = reading.locate(start, end);
        const shown = squeeze(flatten(reading.raw.slice(place.start, place.end)).replace(/\n[\s>|+\-*│┃⎿]+/g, '\n'));
        expect(shown).toContain(reading.squeezed.slice(start, end));
      }),
      { numRuns: 1000 },
    );
  });
});
