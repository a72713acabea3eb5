import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainText } from './plain.ts';

test('a text is plain when a pattern says so, whatever stands where', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('\n', '\r', '\t', '\x7f', '\x0b', ' ', '~', 'é', '\0'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(isPlainText(text)).toBe(!/[^\n\r\t -~]/.test(text));
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test.each([65_535, 65_536, 65_537, 200_001])('one character at the end of %i counts', (length) => {
  const plain = 'line of text\n'.repeat(length).slice(0, length - 1);
  expect(isPlainText(`${plain}a`)).toBe(true);
  expect(isPlainText(`${plain}\u200b`)).toBe(false);
  expect(isPlainText(`${plain}\x1b`)).toBe(false);
});
