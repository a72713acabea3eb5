import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { drawFor } from '../draw.ts';
import { sampleOf } from './sample.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Where a value does not fit, with the value, so that a failing test says what was made. */
function complaints(schema: JsonObject, sample: unknown): readonly string[] {
  return ajv.validate(schema, sample)
    ? []
    : (ajv.errors ?? []).map(
        ({ instancePath, message = '' }) => `${JSON.stringify(sample)}${instancePath}: ${message}`,
      );
}

const names = fc.constantFrom('name', 'km', 'country', 'mouth');

const schemas: fc.Arbitrary<JsonObject> = fc.letrec<{ readonly any: JsonObject }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    fc.record({ type: fc.constant('string') }),
    fc.record({ type: fc.constant('string'), minLength: fc.nat(8), maxLength: fc.integer({ min: 8, max: 20 }) }),
    fc.record({
      enum: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -50, max: 50 }) }),
    fc.record({
      type: fc.constant('integer'),
      minimum: fc.integer({ min: -50, max: 0 }),
      maximum: fc.integer({ min: 0, max: 50 }),
    }),
    fc.record({ type: fc.constant('number'), exclusiveMinimum: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ type: fc.constantFrom('boolean', 'null') }),
    fc.record({
      type: fc.constant('array'),
      items: tie('any'),
      minItems: fc.nat(2),
      maxItems: fc.integer({ min: 2, max: 4 }),
    }),
    fc.record({ anyOf: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.dictionary(names, tie('any'), { maxKeys: 4 }).map((properties) => ({
      type: 'object',
      properties,
      required: Object.keys(properties).slice(0, 2),
      additionalProperties: false,
    })),
  ),
})).any;

test('a sample fits its schema', () => {
  fc.assert(
    fc.property(schemas, fc.integer(), (schema, seed) => {
      const sample = sampleOf(schema, drawFor(seed, 'sample'));
      expect(complaints(schema, sample)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    'a tree',
    {
      $ref: '#/$defs/node',
      $defs: {
        node: {
          type: 'object',
          properties: { of: { $ref: '#/$defs/node' }, name: { type: 'string' } },
          required: ['name'],
        },
      },
    },
  ],
  ['a constant', { const: { a: [1] } }],
  ['a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{3}$' }],
  [
    'all of several',
    {
      allOf: [
        { type: 'object', properties: { a: { const: 1 } }, required: ['a'] },
        { properties: { b: { type: 'string' } }, required: ['b'] },
      ],
    },
  ],
  ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] }],
  ['a multiple', { type: 'integer', multipleOf: 7, minimum: 10 }],
  ['a nullable text', { type: ['string', 'null'] }],
] as const)('a sample fits %s', (_, schema) => {
  for (let seed = 0; seed < 20; seed++) {
    const sample = sampleOf(schema, drawFor(seed, 'sample'));
    expect(complaints(schema, sample)).toEqual([]);
  }
});
