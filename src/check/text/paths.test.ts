import { expect, test } from 'vitest';
import { pathsTo } from './paths.ts';

test('every offset has the path of what holds it, keys too', () => {
  const text = '{"a": [1, {"b\\"": "x, y"}], "c": {"d": true}, "e": []}';
  const offsets = ['1', 'b', 'x', 'y', 'c', 'true'].map((part) => text.indexOf(part));

  expect(pathsTo(text, offsets)).toEqual([['a', 0], ['a', 1, 'b"'], ['a', 1, 'b"'], ['a', 1, 'b"'], ['c'], ['c', 'd']]);
});

test('an offset behind the end of the text has no path', () => {
  expect(pathsTo('{"a": 1}', [100])).toEqual([]);
});
