import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { refusedRegexFeature } from './strict-regex.ts';
import { countStrict, findStrictFault } from './strict-schema.ts';

const closed = (properties: JsonObject, members: JsonObject = {}): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...members,
});

describe('a circle of references', () => {
  test('is named with every definition on it', () => {
    const schema = closed(
      { first: { $ref: '#/$defs/River' } },
      {
        $defs: {
          River: closed({ lake: { $ref: '#/$defs/Lake' } }),
          Lake: closed({ rivers: { type: 'array', items: { $ref: '#/$defs/River' } } }),
        },
      },
    );
    expect(findStrictFault(schema)).toMatchObject({
      kind: 'circular',
      references: ['#/$defs/River', '#/$defs/Lake', '#/$defs/River'],
    });
  });

  test('is found from the root too', () => {
    expect(findStrictFault(closed({ next: { $ref: '#' } }))).toMatchObject({ kind: 'circular' });
  });

  test('is none where two properties share a definition', () => {
    const schema = closed(
      { left: { $ref: '#/$defs/Bank' }, right: { $ref: '#/$defs/Bank' } },
      { $defs: { Bank: closed({ side: { $ref: '#/$defs/Side' } }), Side: { type: 'string' } } },
    );
    expect(findStrictFault(schema)).toBeUndefined();
  });
});

test('what may pass is told only where nothing else is wrong', () => {
  const short = { type: 'string', maxLength: 3 };
  expect(findStrictFault(closed({ name: short }))).toMatchObject({ kind: 'string-length' });
  expect(findStrictFault(closed({ name: short, length: { type: 'integer', minimum: 0 } }))).toMatchObject({
    kind: 'keywords',
  });
});

test('optional and union-typed parameters are counted at every depth, definitions once', () => {
  const schema = closed(
    {
      name: { type: ['string', 'null'] },
      springs: { type: 'array', items: closed({ height: { anyOf: [{ type: 'number' }, { type: 'null' }] } }) },
      first: { $ref: '#/$defs/Town' },
      second: { $ref: '#/$defs/Town' },
    },
    { required: ['name'], $defs: { Town: closed({ name: { type: 'string' } }) } },
  );
  expect(countStrict(schema)).toEqual({ optional: 5, unions: 2 });
});

describe('a regular expression', () => {
  test.each([
    ['(?=a)', 'lookahead'],
    ['(?!a)', 'lookahead'],
    ['(?<=a)b', 'lookbehind'],
    ['(?<!a)b', 'lookbehind'],
    [String.raw`(a)\1`, String.raw`backreference \1`],
    [String.raw`\bword`, String.raw`word boundary \b`],
  ])('%j is refused for its %s', (pattern, feature) => {
    expect(refusedRegexFeature(pattern)).toBe(feature);
  });

  test.each([String.raw`^\d{4}-\d{2}$`, String.raw`[\b(?=]`, String.raw`\\b`, '(?:a|b)+', '(?<year>a)', '['])(
    '%j is taken',
    (pattern) => {
      expect(refusedRegexFeature(pattern)).toBeUndefined();
    },
  );
});
