import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test.each([
  ['an escape sequence', 'a\u001b[31mb', 'a␛[31mb'],
  ['a bell, a carriage return and a delete', '\u0007\r\u007f', '␇␍␡'],
  ['a change of direction', 'user\u202egnp.exe', 'user\ufffdgnp.exe'],
])('%s is shown and not obeyed', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('what can be read stays as it is, line breaks and tabs too', () => {
  expect(visible('Zoë\t→ 漢字\n🙂')).toBe('Zoë\t→ 漢字\n🙂');
});
