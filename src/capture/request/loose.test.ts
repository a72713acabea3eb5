import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLiteral } from './loose.ts';

/** Values whose keys no notation takes for anything else. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.string({ maxLength: 20 }),
    fc.integer(),
    // JSON knows no negative zero.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
      tie('any'),
      { maxKeys: 5 },
    ),
  ),
})).any;

/** What JSON keeps of a value. */
function asJson(before: unknown): unknown {
  return JSON.parse(JSON.stringify(before));
}

describe('what `util.inspect` writes', () => {
  test.each([
    ['wide', { breakLength: 80, compact: 3 }],
    ['one member a line', { compact: false }],
    ['on one line', { breakLength: Number.POSITIVE_INFINITY }],
  ])('is read back: %s', (_, layout) => {
    fc.assert(
      fc.property(value, (before) => {
        const text = inspect([before], { depth: null, maxArrayLength: null, maxStringLength: null, ...layout });
        expect(readLiteral(text, 0)).toEqual({
          value: asJson([before]),
          end: text.length,
          isWhole: true,
          cuts: [],
        });
      }),
    );
  });

  test('as JSON and with white space around, it is read back too', () => {
    fc.assert(
      fc.property(value, (before) => {
        const text = JSON.stringify({ before }, undefined, 2);
        expect(readLiteral(`x = ${text};`, 4)).toMatchObject({ value: asJson({ before }), isWhole: true, cuts: [] });
      }),
    );
  });

  test.each([
    [{ a: { b: { c: { d: 1 } } } }, {}, [['a', 'b', 'c'], '[Object]']],
    [{ a: { b: { c: [1] } } }, {}, [['a', 'b', 'c'], '[Array]']],
    [{ a: Array.from({ length: 103 }, () => 0) }, {}, [['a', 100], '... 3 more items']],
    [{ a: 'x'.repeat(30) }, { maxStringLength: 10 }, [[], '... 20 more characters']],
    [{ a: () => 0 }, {}, [['a'], '[Function: a]']],
  ])('tells where it leaves something out: %j', (before, options, [path, mark]) => {
    expect(readLiteral(inspect(before, options), 0).cuts).toMatchObject([{ path, mark }]);
  });
});

test.each([
  ["{'a': None, 'b': True, 'c': (1, 'x'), 'd': b'raw'}", { a: null, b: true, c: [1, 'x'], d: 'raw' }],
  ["{'system': ('one '\n 'two'), 'n': 1_000}", { system: 'one two', n: 1000 }],
  ["[TextBlock(citations=None, text='hi', type='text')]", [{ citations: null, text: 'hi', type: 'text' }]],
  ["{'temperature': NOT_GIVEN, 'top_k': Omit(), 'model': 'm'}", { model: 'm' }],
  ['{model: "m", /* why */ list: [1, 2,], // last\n}', { model: 'm', list: [1, 2] }],
  ["{ text: 'one ' +\n 'two', id: undefined }", { text: 'one two' }],
  ['{ body: JSON.stringify({ a: 1 }) }', { body: { a: 1 } }],
  ['{:model=>"m", "stop"=>nil}', { model: 'm', stop: null }],
  [
    "Options { at: 2026-11-25T10:00:00.000Z, map: Map(1) { 'a' => 1 } }",
    { at: '2026-11-25T10:00:00.000Z', map: { a: 1 } },
  ],
  ['[Object: null prototype] { a: 1 }', { a: 1 }],
  [String.raw`'\x41\u0042\u{43}\'\n'`, "ABC'\n"],
  [`'''it's'''`, "it's"],
  ['`two\nlines`', 'two\nlines'],
  ['[True, False]', [true, false]],
])('a literal of another language is read: %s', (text, expected) => {
  expect(readLiteral(text, 0)).toMatchObject({ value: expected, isWhole: true, cuts: [] });
});

describe('a text that stops being a literal', () => {
  test.each([
    ['{ a: 1, b: { c: 2', { a: 1, b: { c: 2 } }, ['b']],
    ['{ a: 1, b: Error: no\n    at x', { a: 1, b: 'Error' }, []],
    ['{ a: [1, 2 }', { a: [1, 2] }, ['a', 2]],
    ["{ a: 'open", {}, ['a']],
  ])('keeps what came before and tells where it broke off: %s', (text, expected, path) => {
    const { value: kept, isWhole, cuts } = readLiteral(text, 0);
    expect({ kept, isWhole, path: cuts.at(-1)?.path }).toEqual({ kept: expected, isWhole: false, path });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'{}[]()\'"`,:=>.+-\\ \n#/*<x1NTrueb'.split(''), '...', '[Object]', '=>'), {
          maxLength: 60,
        }),
        (parts) => {
          const text = parts.join('');
          expect(readLiteral(text, 0).end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['opening brackets', '['.repeat(300_000)],
  ['cuts at depth', `${'['.repeat(490)}${'x,'.repeat(200_000)}`],
  ['escapes', `'${'\\'.repeat(600_000)}`],
  ['escaped quotes', `'${String.raw`\'`.repeat(300_000)}`],
  ['strings side by side', "'a' ".repeat(200_000)],
  ['comments', '/*'.repeat(300_000)],
  ['long keys', `{${'a'.repeat(500_000)}`],
])('a hostile literal is read in time that grows with its length: %s', (_, text) => {
  const begin = performance.now();
  readLiteral(text, 0);
  expect(performance.now() - begin).toBeLessThan(3000);
});
