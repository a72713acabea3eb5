import { expect, test } from 'vitest';
import { wordList } from './word-list.ts';

test('a word is in a list whole, and no part or pair of its words is', () => {
  const list = wordList('px ms tokens');
  expect(['px', 'ms', 'tokens'].every((word) => list.has(word))).toBe(true);
  expect(['p', 'token', 'px ms', ' ', 'PX'].some((word) => list.has(word))).toBe(false);
});
