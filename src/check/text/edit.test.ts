import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyPath, Edit } from '../../core/problem.ts';
import { editText } from './edit.ts';

describe('editing a JSON text', () => {
  test.each([
    ['a member is replaced', '{"a": 1, "b": 2}', { kind: 'set', at: ['a'], value: 'x' }, '{"a": "x", "b": 2}'],
    ['a member is added', '{"a": 1}', { kind: 'set', at: ['b'], value: 2 }, '{"a": 1,"b": 2}'],
    ['a member is added to an empty object', '{}', { kind: 'set', at: ['b'], value: 2 }, '{"b": 2}'],
    ['the first member goes with its comma', '{"a": 1, "b": 2}', { kind: 'remove', at: ['a'] }, '{"b": 2}'],
    ['the last member goes with the comma before it', '{"a": 1, "b": 2}', { kind: 'remove', at: ['b'] }, '{"a": 1}'],
    ['the only item goes', '{"a": [1]}', { kind: 'remove', at: ['a', 0] }, '{"a": []}'],
    ['an item is put first', '[1, 2]', { kind: 'insert', at: [0], value: 0 }, '[0,1, 2]'],
    ['an item is put last', '[1, 2]', { kind: 'insert', at: [2], value: 3 }, '[1, 2, 3]'],
    ['an item is put into an empty list', '{"a": []}', { kind: 'insert', at: ['a', 0], value: 3 }, '{"a": [3]}'],
    ['a key with escapes is found', '{"a\\"b": 1, "c": 2}', { kind: 'remove', at: ['a"b'] }, '{"c": 2}'],
    ['a member gets another key', '{"a" : 1}', { kind: 'rename', at: ['a'], to: 'b' }, '{"b" : 1}'],
    [
      'a key that is taken is given to no other',
      '{"a":1,"b":2}',
      { kind: 'rename', at: ['a'], to: 'b' },
      '{"a":1,"b":2}',
    ],
    ['a place that is not there changes nothing', '{"a": 1}', { kind: 'remove', at: ['b', 0] }, '{"a": 1}'],
  ] as const)('%s', (_, text, edit, expected) => {
    expect(editText(text, [edit])).toBe(expected);
  });

  test('what is added is indented like its neighbors', () => {
    const text = '{\n  "messages": [\n    {\n      "role": "user"\n    }\n  ]\n}\n';
    expect(editText(text, [{ kind: 'insert', at: ['messages', 1], value: { role: 'assistant' } }])).toBe(
      '{\n  "messages": [\n    {\n      "role": "user"\n    },\n    {\n      "role": "assistant"\n    }\n  ]\n}\n',
    );
  });

  test('what is put first in a list is indented like what it stands before', () => {
    const text = '{\n  "messages": [\n    { "role": "user" }\n  ]\n}\n';
    expect(editText(text, [{ kind: 'insert', at: ['messages', 0], value: { role: 'assistant' } }])).toBe(
      '{\n  "messages": [\n    {\n      "role": "assistant"\n    },\n    { "role": "user" }\n  ]\n}\n',
    );
  });

  test('what is put into a list on one line stays on that line', () => {
    const text = '{\n  "messages": [{ "role": "user" }]\n}\n';
    expect(editText(text, [{ kind: 'insert', at: ['messages', 1], value: { role: 'assistant' } }])).toBe(
      '{\n  "messages": [{ "role": "user" },{"role":"assistant"}]\n}\n',
    );
  });

  test('the text parses to what the edit makes of the value, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.json(),
        fc.nat(),
        fc.constantFrom('set', 'remove', 'insert'),
        fc.constantFrom(0, 2),
        (json, other, pick, kind, indent) => {
          const value: unknown = JSON.parse(json);
          const places = placesIn(value);
          const at = places[pick % places.length] ?? [];
          const edit: Edit = kind === 'remove' ? { kind, at } : { kind, at, value: JSON.parse(other) };
          const edited = editText(JSON.stringify(value, undefined, indent), [edit]);
          expect(JSON.parse(edited)).toEqual(editedValue(value, edit));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function placesIn(value: unknown): readonly BodyPath[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item).map((path) => [index, ...path]))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item).map((path) => [key, ...path]));
  return [[], ...inside];
}

function editedValue(value: unknown, edit: Edit): unknown {
  const [key, ...rest] = edit.at;
  if (key === undefined) return edit.kind === 'set' ? edit.value : value;
  if (rest.length > 0) return copyWith(value, key, editedValue(Reflect.get(Object(value), key), { ...edit, at: rest }));
  if (edit.kind === 'set') return copyWith(value, key, edit.value);
  if (Array.isArray(value) && typeof key === 'number') {
    if (edit.kind === 'insert') return value.toSpliced(key, 0, edit.value);
    return edit.kind === 'remove' ? value.toSpliced(key, 1) : value;
  }
  if (edit.kind !== 'remove') return value;
  return Object.fromEntries(membersOf(value).filter(([name]) => name !== key));
}

function copyWith(value: unknown, key: string | number, member: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? member : item));
  return Object.fromEntries(membersOf(value).map(([name, item]) => [name, name === key ? member : item]));
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
