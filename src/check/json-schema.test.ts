import { describe, expect, test } from 'vitest';
import { findSchemaFault } from './json-schema.ts';

describe('a schema that breaks the meta-schema', () => {
  test.each([
    [{ type: 'Object' }, 'type'],
    [{ type: ['string', 'text'] }, 'type'],
    [{ type: [] }, 'type'],
    [{ properties: [] }, 'properties'],
    [{ properties: { a: 'string' } }, 'properties.a'],
    [{ properties: { a: { properties: { b: null } } } }, 'properties.a.properties.b'],
    [{ items: [{ type: 'string' }] }, 'items'],
    [{ prefixItems: [] }, 'prefixItems'],
    [{ anyOf: {} }, 'anyOf'],
    [{ anyOf: [] }, 'anyOf'],
    [{ allOf: [{ type: 'object' }, 7] }, 'allOf.1'],
    [{ required: true }, 'required'],
    [{ required: ['a', 'a'] }, 'required'],
    [{ enum: 'a' }, 'enum'],
    [{ minLength: -1 }, 'minLength'],
    [{ minLength: 1.5 }, 'minLength'],
    [{ maximum: '7' }, 'maximum'],
    [{ exclusiveMaximum: true }, 'exclusiveMaximum'],
    [{ multipleOf: 0 }, 'multipleOf'],
    [{ title: null }, 'title'],
    [{ $defs: { River: 1 } }, '$defs.River'],
    [{ dependentRequired: { a: 'b' } }, 'dependentRequired'],
    [{ additionalProperties: 'no' }, 'additionalProperties'],
    [null, ''],
  ])('%j is found with its place', (schema, place) => {
    expect(findSchemaFault(schema)?.at.join('.')).toBe(place);
  });

  test('a type in upper case is told how to write it', () => {
    expect(findSchemaFault({ type: 'STRING' })?.expected).toContain('write it in lower case: "string"');
  });
});

describe('a schema that the meta-schema takes', () => {
  test.each([
    [true],
    [{}],
    [{ enum: [] }],
    [{ const: null, default: null }],
    [{ $ref: '#/nowhere' }],
    [{ $schema: 'http://json-schema.org/draft-04/schema#' }],
    [{ type: 'string', nullable: true, example: 'Inn', 'x-order': 1 }],
    [{ pattern: '(' }],
    [{ minItems: 1.0, multipleOf: 0.01 }],
    [{ dependencies: { a: ['b'], c: { required: ['d'] } } }],
    [{ properties: { type: { type: 'string' }, required: { type: 'boolean' }, constructor: {} } }],
  ])('%j', (schema) => {
    expect(findSchemaFault(schema)).toBeUndefined();
  });

  test('may nest a hundred thousand deep', () => {
    let schema: unknown = {};
    for (let depth = 0; depth < 100_000; depth++) schema = { not: schema };
    expect(findSchemaFault(schema)).toBeUndefined();
  });
});
