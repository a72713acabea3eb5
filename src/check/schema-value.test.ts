import { describe, expect, test } from 'vitest';
import { findValueFault } from './schema-value.ts';

const river = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 2 },
    length: { type: 'integer', minimum: 1, maximum: 7000 },
    bank: { enum: ['left', 'right'] },
    towns: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    source: { anyOf: [{ $ref: '#/$defs/Spring' }, { type: 'null' }] },
  },
  $defs: { Spring: { type: 'object', required: ['height'] } },
};

describe('a value that does not fit its schema', () => {
  test.each([
    [{}, '', 'must have `name`'],
    [{ name: 7 }, 'name', 'must be of type string, not number'],
    [{ name: 'I' }, 'name', 'must have at least 2 characters'],
    [{ name: 'Inn', length: 1.5 }, 'length', 'must be of type integer, not number'],
    [{ name: 'Inn', length: 0 }, 'length', 'must be at least 1'],
    [{ name: 'Inn', bank: 'top' }, 'bank', 'must be "left" or "right"'],
    [{ name: 'Inn', towns: ['Passau', null] }, 'towns.1', 'must be of type string, not null'],
    [{ name: 'Inn', towns: ['a', 'b', 'c'] }, 'towns', 'must have at most 2 items'],
    [{ name: 'Inn', depth: 3 }, 'depth', 'must not be there'],
    [{ name: 'Inn', source: {} }, 'source', 'must fit one of the alternatives of the schema'],
    [null, '', 'must be of type object, not null'],
  ])('%j is told with its place', (value, place, expected) => {
    const fault = findValueFault(river, value);
    expect([fault?.at.join('.'), fault?.expected]).toEqual([place, expected]);
  });
});

test.each([
  [{ name: 'Inn' }],
  [{ name: 'Inn', length: 518, bank: 'right', towns: [], source: null }],
  [{ name: 'Inn', source: { height: 2484 } }],
])('%j fits', (value) => {
  expect(findValueFault(river, value)).toBeUndefined();
});

test('alternatives that refer back to themselves are given up', () => {
  const schema = { anyOf: [{ $ref: '#' }, { $ref: '#' }] };
  expect(findValueFault(schema, 7)).toBeUndefined();
});
