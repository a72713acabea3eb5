import { describe, expect, test } from 'vitest';
import { withoutFenced, withoutQuotedWords, withoutSettings } from './samples.ts';

const fence = '\u0060\u0060\u0060';

describe('blocks between fences', () => {
  test('are left out by their kind', () => {
    const text = `a\n${fence}yaml\nb: 1\n${fence}\nc\n${fence}\nd\n${fence}\ne`;
    expect(withoutFenced(text, (block) => block.includes('yaml'))).toBe(`a\n \nc\n${fence}\nd\n${fence}\ne`);
  });

  test('that are not closed stay', () => {
    const text = `a\n${fence}yaml\nb: 1\nc`;
    expect(withoutFenced(text, () => true)).toBe(text);
  });

  test('of settings are left out, those that show a failure stay', () => {
    const failed = `${fence}\nHTTP 529\n${fence}`;
    expect(withoutSettings(`> ${fence}toml\r\n> a = 1\r\n> ${fence}\r\n${failed}`)).toBe(` \n${failed}`);
  });

  test('many that are opened and never closed take time that grows with their number', () => {
    const started = performance.now();
    withoutSettings(`${fence}a\n`.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('words between single backquotes are left out', () => {
  expect(withoutQuotedWords('it said \u0060529\u0060 in \u0060\u0060\u0060sh')).toBe(
    'it said   in \u0060\u0060\u0060sh',
  );
});
